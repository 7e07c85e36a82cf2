import {beforeEach, describe, expect, it} from '@jest/globals';
import {openRows} from '../../../../server/outbound/store/open-rows.js';
import type {RowKind} from '../../../../server/outbound/store/row-kind.js';
import {ROWS} from '../../../../server/outbound/store/rows.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ROW_SAMPLES} from '../../../support/row-samples.js';

type Name = keyof typeof ROWS;
const NAMES = Object.keys(ROWS) as Name[];

/** Fields that this version does not know, with values of every kind. */
const LATER = {people: [{name: 'Ben', joinedAt: 1}, null], note: 'äöü "quoted"', limits: {most: 1.5}};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a newer version could have made of the record: new fields on every level, and a higher version. */
function later(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = Object.entries(record).map(
    ([name, value]) => [name, isObject(value) ? {...value, later: LATER} : value] as const,
  );
  return {...Object.fromEntries<unknown>(fields), later: LATER, v: 9};
}

let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});
const textOf = (key: string): string => world.keyValue.rows()[key] ?? '';
const write = (name: Name): Promise<unknown> => passTimeUntil(world.clock, ROW_SAMPLES[name].write(world));
/** Every record of a newer version, wherever it is stored now. */
const recordsOfLater = (): Record<string, unknown>[] =>
  Object.values(world.keyValue.rows())
    .flatMap((text) => JSON.parse(text) as Record<string, unknown>[])
    .filter(({v}) => Number(v) === 9);

describe.each(NAMES)('a row of the kind %s', (name) => {
  const {key, holds, record} = ROW_SAMPLES[name];
  const laterText = {
    'a list': () => JSON.stringify([later(record)]),
    'one record': () => JSON.stringify(later(record)),
    texts: () => JSON.stringify({...record, v: '9', later: LATER}),
  }[holds]();

  it('that a newer version wrote keeps its version and every field when this one changes it', async () => {
    await world.keyValue.put(key, laterText);
    await write(name);
    expect(textOf(key) === laterText).toBe(ROW_SAMPLES[name].isFinal === true);
    const [kept = {}, ...others] = recordsOfLater();
    expect(others).toEqual([]);
    expect(kept).toMatchObject({later: LATER, v: holds === 'texts' ? '9' : 9});
    const nested = Object.entries(record).filter(([, value]) => isObject(value) && holds !== 'texts');
    for (const [field] of nested) expect(kept[field]).toMatchObject({later: LATER});
  });

  it('that was written by 3.0.0 gets the version of this one when it is changed', async () => {
    await world.keyValue.put(key, JSON.stringify(holds === 'a list' ? [record] : record));
    await write(name);
    const records = Object.values(world.keyValue.rows()).flatMap((text) => JSON.parse(text) as object);
    expect(records.length).toBeGreaterThan(0);
    const isAddedTo = ['browsers', 'deadJobs', 'openCards', 'streamsOf'].includes(name);
    if (isAddedTo || ROW_SAMPLES[name].isFinal) expect(records).toContainEqual(record);
    else expect(records.every((stored) => Number((stored as {v?: unknown}).v) === 1)).toBe(true);
  });

  it.each([
    ['is no JSON', '{"secret-content'],
    ['has another form', '"secret-content"'],
  ])('that %s stays as it is when somebody would change it', async (_case, damaged) => {
    await world.keyValue.put(key, damaged);
    for (const _time of [1, 2])
      await write(name).catch((error: unknown) => {
        expect(error).toMatchObject({code: 'record-unreadable'});
      });
    expect(textOf(key)).toBe(damaged);
  });

  it('that cannot be read is named in the log once, without its content, by what it stops', async () => {
    await world.keyValue.put(key, '"secret-content"');
    const kind: RowKind<unknown> = {
      ...ROWS[name],
      key,
      format: ROWS[name].format,
    };
    const open = openRows(world);
    for (const _time of [1, 2])
      await expect(open(kind, []).known()).rejects.toMatchObject({code: 'record-unreadable'});
    expect(world.logger.lines).toEqual([
      {
        level: 'warn',
        message: 'This version cannot read what is stored in a row, and leaves it as it is',
        fields: {row: key, records: 'all', stops: ROWS[name].stops},
      },
    ]);
  });
});

/** A record that only a newer version could understand, spelled as no writer of ours would. */
const FOREIGN =
  '{ "v":2.0, "kind" : "of-a-newer-version","big":12345678901234567890, "e":1E2,"a":"\\u0041,]}" }';

describe.each(NAMES.filter((name) => ROW_SAMPLES[name].holds === 'a list'))(
  'one record in the list %s',
  (name) => {
    const {key, record} = ROW_SAMPLES[name];

    it.each([
      ['before', (text: string) => `[${FOREIGN},${text}]`],
      ['behind', (text: string) => `[${text} , ${FOREIGN}]`],
    ])('that cannot be read stays byte for byte %s one that is changed', async (_where, listOf) => {
      await world.keyValue.put(key, listOf(JSON.stringify(record)));
      await write(name);
      expect(textOf(key)).toContain(FOREIGN);
      expect(textOf(key)).not.toBe(listOf(JSON.stringify(record)));
      expect(() => JSON.parse(textOf(key)) as unknown).not.toThrow();
      expect(world.logger.lines).toContainEqual(
        expect.objectContaining({fields: {row: key, records: 1, stops: ROWS[name].stops}}),
      );
    });
  },
);

describe('a code to connect a browser', () => {
  it('is not named in the log', async () => {
    await world.keyValue.put(ROW_SAMPLES.pairing.key, '"damaged"');
    await write('pairing').catch(() => undefined);
    expect(JSON.stringify(world.logger.lines)).not.toContain('ABCDEFGH');
  });
});
