import {readFileSync} from 'node:fs';
import {beforeEach, describe, expect, it} from '@jest/globals';
import * as z from 'zod';
import {ROWS} from '../../../../server/outbound/store/rows.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ROW_SAMPLES} from '../../../support/row-samples.js';

/** By key, what a running 3.0.0 (the service) stored there one after the other. */
const STORED = JSON.parse(
  readFileSync(new URL('fixtures/rows-of-3-0-0.json', import.meta.url), 'utf8'),
) as Record<string, string[]>;

type Name = keyof typeof ROWS;
const NAMES = Object.keys(ROWS) as Name[];
/** The most particular kind whose key fits. */
const kindOf = (key: string): Name => {
  const fits = NAMES.filter((name) =>
    new RegExp(`^${ROWS[name].key.replaceAll(/<[^>]+>/g, '[^_]+')}$`).test(key),
  );
  const [name] = fits.sort((one, other) => kindLength(one) - kindLength(other));
  if (name === undefined) throw new Error(`No kind of row has the key ${key}`);
  return name;
};
/** Placeholders fit everything. */
const kindLength = (name: Name): number => ROWS[name].key.match(/</g)?.length ?? 0;
/**
 * The rows `voucher_…`, which lived for half an hour, said what a command was believed for: nobody asks them any more.
 */
const OURS = Object.entries(STORED).filter(([key]) => !/^(post_meeting|voucher)_/.test(key));

describe('what a running 3.0.0 stored', () => {
  it('is of every kind that there was', () => {
    const newer: readonly Name[] = [
      'accountOffer',
      'askedPlace',
      'botAccount',
      'channelPolicy',
      'commandAnswer',
      'connectAttempt',
      'eventChunk',
      'feedHead',
      'grant',
      'keyedRequest',
      'lease',
      'meetingIdChoice',
      'openCards',
      'parkedCode',
      'revocation',
      'sweep',
      'usedTicket',
      'webhookSecrets',
      'zoomBudget',
      'streamPass',
      'streamsOf',
      'zoomUser',
    ];
    expect(new Set([...OURS.map(([key]) => kindOf(key)), ...newer])).toEqual(new Set(NAMES));
  });

  it.each(OURS.flatMap(([key, texts]) => texts.map((text) => [key, text] as const)))(
    'is read as it is, with nothing left out: %s %s',
    (key, text) => {
      const {holds} = ROW_SAMPLES[kindOf(key)];
      const reading = ROWS[kindOf(key)].format.read(text);
      expect(reading).toMatchObject({unreadable: 0, value: JSON.parse(text) as unknown});
      expect(holds === 'a list').toBe(Array.isArray(reading?.value));
    },
  );
});

const card = z.object({
  id: z.string(),
  postId: z.string(),
  channelId: z.string(),
  rootId: z.string(),
  host: z.object({userId: z.string(), username: z.string(), name: z.string()}),
  topic: z.string(),
  meeting: z.object({number: z.string(), joinUrl: z.string(), uuid: z.string().optional()}),
  openedAt: z.number(),
  startedAt: z.number().optional(),
  endedAt: z.number().optional(),
  shown: z.string(),
});

/** As 3.0.0 read them. What it did not understand it took for empty, and wrote over. */
const READ_BY_3_0_0: Partial<Record<Name, z.ZodType>> = {
  cards: z.array(card),
  intents: z.array(
    z.object({id: z.string(), userId: z.string(), openedAt: z.number(), claimedAt: z.number()}),
  ),
  jobs: z.array(
    z.object({kind: z.string(), about: z.string(), dueAt: z.number(), since: z.number(), tries: z.number()}),
  ),
  jobCursor: z.object({bucket: z.number()}),
  deadJobs: z.array(z.object({kind: z.string(), about: z.string(), reason: z.string(), at: z.number()})),
  webhookActivity: z.object({acceptedAt: z.number().optional(), events: z.array(z.string())}),
  zoomTurns: z.object({next: z.number()}),
  pairing: z.object({secretHash: z.string(), openedAt: z.number(), userId: z.string().optional()}),
  browsers: z.array(z.object({hash: z.string(), since: z.number()})),
  preferences: z.record(z.string(), z.string()),
  generatedSettings: z.record(z.string(), z.unknown()),
  commandTokens: z.object({token: z.string(), since: z.number(), former: z.string().optional()}),
};

describe('a node of 3.0.0 beside one of this version', () => {
  let world: FakeWorld;
  beforeEach(() => {
    world = createFakeWorld();
  });

  it.each(Object.entries(READ_BY_3_0_0))('reads what this one writes: %s', async (name, schema) => {
    const sample = ROW_SAMPLES[name as Name];
    const {key, record, holds} = sample;
    await world.keyValue.put(key, JSON.stringify(holds === 'a list' ? [record] : record));
    await passTimeUntil(world.clock, sample.write(world));
    expect(() => schema.parse(JSON.parse(world.keyValue.rows()[key] ?? ''))).not.toThrow();
  });
});
