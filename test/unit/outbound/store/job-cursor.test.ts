import {beforeEach, describe, expect, it} from '@jest/globals';
import {bucketAt, type Buckets, createBuckets} from '../../../../server/outbound/store/job-buckets.js';
import {createJobCursor, type JobCursor} from '../../../../server/outbound/store/job-cursor.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {createMemoryKeyValue, type MemoryKeyValue} from '../../../support/memory-key-value.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

const MINUTE = 60_000;
let clock: ManualClock;
let keyValue: MemoryKeyValue;
let buckets: Buckets;
let cursor: JobCursor;
const newProcess = (): JobCursor => {
  const deps = {
    clock,
    keyValue,
    random: {bytes: (length: number) => new Uint8Array(length)},
    logger: createRecordingLogger(),
  };
  buckets = createBuckets(deps);
  return createJobCursor(deps, buckets);
};
beforeEach(() => {
  clock = createManualClock();
  keyValue = createMemoryKeyValue(clock);
  cursor = newProcess();
});

const add = (about: string, inMs: number): Promise<void> =>
  buckets.add({kind: 'ask-zoom', about, dueAt: clock.now() + inMs, since: clock.now(), tries: 0});
/** What the cursor meets until now. */
async function met(walking: JobCursor = cursor): Promise<string[]> {
  const found: string[] = [];
  for await (const {jobs} of walking.filled(bucketAt(clock.now())))
    found.push(...jobs.map(({about}) => about));
  return found;
}
const stored = async (): Promise<number> =>
  (JSON.parse((await keyValue.get('jobs_cursor')) ?? '{}') as {bucket: number}).bucket;

describe('The cursor over jobs that wait', () => {
  it('meets what is due, in the order of its time, and nothing that is not', async () => {
    await cursor.begun();
    await add('later', 9 * MINUTE);
    await add('second', 4 * MINUTE);
    await add('first', 2 * MINUTE);
    clock.advance(5 * MINUTE);
    expect(await met()).toEqual(['first', 'second']);
    clock.advance(5 * MINUTE);
    expect(await met()).toEqual(['first', 'second', 'later']);
  });

  it('begins where it is: what is put off from now on is never behind it', async () => {
    await cursor.begun();
    expect(await stored()).toBe(bucketAt(clock.now()));
  });

  it('passes an empty bucket for good two minutes after its time, no sooner: a write may be on its way', async () => {
    await cursor.begun();
    clock.advance(MINUTE);
    expect(await met()).toEqual([]);
    // Another node, whose clock is late.
    const bucket = bucketAt(clock.now() - MINUTE);
    const late = {kind: 'ask-zoom', about: 'late', dueAt: clock.now(), since: clock.now(), tries: 0};
    await keyValue.put(`jobs_${bucket}`, JSON.stringify([late]));
    expect(await met()).toEqual(['late']);
  });

  it('is stored seldom, and a process that starts goes on from there', async () => {
    await cursor.begun();
    const begin = await stored();
    await add('kept', 30 * MINUTE);
    clock.advance(5 * MINUTE);
    await met();
    expect(await stored()).toBe(begin);
    clock.advance(10 * MINUTE);
    await met();
    expect(await stored()).toBeGreaterThan(begin + 19);
    clock.advance(20 * MINUTE);
    expect(await met(newProcess())).toEqual(['kept']);
  });

  it('that cannot be read looks back a day, and is left as it is', async () => {
    await add('of yesterday', MINUTE);
    await keyValue.put('jobs_cursor', 'damaged');
    clock.advance(23 * 60 * MINUTE);
    expect(await met(newProcess())).toEqual(['of yesterday']);
    expect(await keyValue.get('jobs_cursor')).toBe('damaged');
  });

  it('begins again when the store was away', async () => {
    keyValue.fail();
    await expect(cursor.begun()).rejects.toThrow();
    keyValue.mend();
    await cursor.begun();
    await add('found', MINUTE);
    clock.advance(2 * MINUTE);
    expect(await met()).toEqual(['found']);
  });
});
