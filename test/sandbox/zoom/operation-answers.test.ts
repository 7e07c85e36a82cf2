import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import * as z from 'zod';
import type {Operation} from '../../../server/core/ports/zoom/operation.js';
import {endpointOf} from '../../../server/core/ports/zoom/operation-endpoint.js';
import {OPERATION_NAMES, type OperationName, operations} from '../../../server/core/ports/zoom/operations.js';
import {createClient} from '../../../server/outbound/zoom/create-client.js';
import {connectToSimulator} from './connect-to-simulator.js';
import {grantAllScopes} from './grant-all-scopes.js';
import {CASES, fillZoom, type Known} from './operation-cases.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

const {signal} = new AbortController();

let under: SimulatorUnderTest;
let known: Known;
beforeEach(async () => {
  under = await startSimulatorUnderTest();
  known = fillZoom(under.simulator);
  grantAllScopes(under.simulator);
});
afterEach(() => under.simulator.close());

/** What Zoom says, with all that we do not read. */
function everything(name: OperationName): Promise<unknown> {
  const client = createClient(connectToSimulator(under, 'server_to_server').deps);
  const subject = {kind: 'host', userId: 'ana', zoomUserId: known.userId} as const;
  const row = {...endpointOf(operations[name]), answer: z.unknown()};
  return client.call({name, row, subject, signal}, {...CASES[name].input(known)});
}

type Place = readonly string[];
type Fields = Readonly<Record<string, unknown>>;

/** Where anything stands in an answer; an item of a list stands at its index. */
const placesIn = (json: unknown, place: Place = []): Place[] =>
  typeof json !== 'object' || json === null
    ? []
    : Object.entries(json).flatMap(([key, value]): Place[] => [
        [...place, key],
        ...placesIn(value, [...place, key]),
      ]);

const at = (json: unknown, place: Place): unknown =>
  place.reduce<unknown>((part, step) => (part as Fields)[step], json);

/** The same answer with something else there; `undefined`: nothing. */
function changed(json: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  const parts = json as Fields;
  const copy = {...parts, [key]: changed(parts[key], rest, value)};
  return Array.isArray(json) ? Object.values(copy) : copy;
}

/** What has no sense without them: the number of a meeting, and a text that was asked for. */
const NEEDED = ['id', 'invitation'];

const SECRETS = [
  'start_url',
  'zak',
  'token',
  'access_token',
  'download_token',
  'download_access_token',
  'host_key',
  'h323_password',
  'pstn_password',
  'encrypted_password',
  'personal_meeting_url',
  'file_url',
];

describe.each(OPERATION_NAMES)('The answer of %s', (name) => {
  const {answer} = operations[name] as Operation;
  let json: unknown;
  beforeEach(async () => {
    if (name === 'endMeeting') under.simulator.startMeeting(known.meetingId);
    json = (await everything(name)) ?? {};
  });

  it('is read whatever Zoom leaves out, or sends as null or empty, and that is absent then', () => {
    const fields = placesIn(json).filter((place) => !/^\d+$/.test(place.at(-1) ?? ''));
    const values = (place: Place): unknown[] => (Array.isArray(at(json, place)) ? [null] : [null, '']);
    for (const place of fields) {
      for (const value of [undefined, ...values(place)]) {
        const read = answer.safeParse(changed(json, place, value));
        const isNeeded = NEEDED.includes(place.at(-1) ?? '');
        const where = `${place.join('.')} is ${JSON.stringify(value)}`;
        if (!read.success) expect([where, isNeeded]).toEqual([where, true]);
        else expect(JSON.stringify(read.data)).not.toMatch(/:(null|"")[,}]/);
      }
    }
  });

  it('O-21 hands on no secret, wherever Zoom puts one', () => {
    const secrets = Object.fromEntries(
      SECRETS.map((secret) => [secret, `https://zoom.us/s/1?zak=canary-${secret}`]),
    );
    const isObject = (place: Place): boolean => {
      const there = at(json, place);
      return typeof there === 'object' && there !== null && !Array.isArray(there);
    };
    const laden = [[], ...placesIn(json)]
      .filter(isObject)
      .reduce((whole, place) => changed(whole, place, {...(at(whole, place) as Fields), ...secrets}), json);
    expect(JSON.stringify(laden)).toContain('canary');
    expect(JSON.stringify(answer.parse(laden))).not.toContain('canary');
  });
});

describe('A link to a recording', () => {
  it('O-21 loses what would sign somebody in', () => {
    const url = 'https://zoom.us/rec/play/abc?pwd=x&access_token=canary&zak=canary';
    const read = operations.getMeetingRecordings.answer.parse({
      recording_files: [{play_url: url, download_url: 'no link'}],
    });
    expect(read.recording_files).toEqual([{play_url: 'https://zoom.us/rec/play/abc?pwd=x'}]);
  });
});
