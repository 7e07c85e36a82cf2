import {beforeEach, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {type Job, JOB_LEASE_MS, type Jobs} from '../../../../server/core/ports/jobs.js';
import {createJobs} from '../../../../server/outbound/store/jobs.js';
import {createCountingRandom} from '../../../support/counting-random.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {createMemoryKeyValue, type MemoryKeyValue} from '../../../support/memory-key-value.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

let clock: ManualClock;
let keyValue: MemoryKeyValue;
let jobs: Jobs;
let processes: number;
const logger = createRecordingLogger();
const newProcess = (): Jobs => {
  processes += 1;
  return createJobs({clock, keyValue, random: createCountingRandom(), logger, owner: `process ${processes}`});
};
beforeEach(() => {
  clock = createManualClock();
  keyValue = createMemoryKeyValue(clock);
  processes = 0;
  jobs = newProcess();
});

const MINUTE = 60_000;
const ask = (about: string, inMs = MINUTE) => ({kind: 'ask-zoom', about, dueAt: clock.now() + inMs}) as const;
const namesOf = (taken: readonly Job[]): string[] => taken.map(({about}) => about);
const written = (): string[] => keyValue.calls.filter((call) => call.startsWith('compareAndSet'));

describe('a job that was put off', () => {
  it('is nobody’s before its time, and one process’s afterwards', async () => {
    await jobs.schedule(ask('1'));
    expect(await jobs.takeDue()).toEqual([]);
    clock.advance(2 * MINUTE);
    expect(await jobs.takeDue()).toMatchObject([{kind: 'ask-zoom', about: '1', tries: 0}]);
    expect(await newProcess().takeDue()).toEqual([]);
    expect(await jobs.takeDue()).toEqual([]);
  });

  it('is gone when it is finished', async () => {
    await jobs.schedule(ask('1'));
    clock.advance(2 * MINUTE);
    const [job] = (await jobs.takeDue()) as [Job];
    await jobs.finish(job);
    clock.advance(JOB_LEASE_MS + MINUTE);
    expect(await newProcess().takeDue()).toEqual([]);
  });

  it('comes back when it is put off again, with the number of its tries and since when', async () => {
    const since = clock.now();
    await jobs.schedule(ask('1'));
    clock.advance(2 * MINUTE);
    const [job] = (await jobs.takeDue()) as [Job];
    await jobs.putOff(job, clock.now() + 10 * MINUTE);
    clock.advance(9 * MINUTE);
    expect(await jobs.takeDue()).toEqual([]);
    clock.advance(2 * MINUTE);
    expect(await jobs.takeDue()).toMatchObject([{about: '1', tries: 1, since}]);
  });

  it('is taken over when the process that took it is dead, after its lease', async () => {
    await jobs.schedule(ask('1'));
    clock.advance(2 * MINUTE);
    await jobs.takeDue();
    const other = newProcess();
    clock.advance(JOB_LEASE_MS - 1);
    expect(await other.takeDue()).toEqual([]);
    clock.advance(1);
    expect(namesOf(await other.takeDue())).toEqual(['1']);
  });

  it('is found again by a process that starts days later', async () => {
    await jobs.schedule(ask('1'));
    await jobs.takeDue();
    clock.advance(3 * 24 * 60 * MINUTE);
    expect(namesOf(await newProcess().takeDue())).toEqual(['1']);
  });

  it('is one job when it is wished for twice', async () => {
    await Promise.all([jobs.schedule(ask('1')), jobs.schedule(ask('1'))]);
    clock.advance(2 * MINUTE);
    expect(namesOf(await jobs.takeDue())).toEqual(['1']);
  });

  it('is never put where nobody looks any more, however late it is', async () => {
    await jobs.takeDue();
    clock.advance(60 * MINUTE);
    await jobs.takeDue();
    await jobs.schedule(ask('late', -60 * MINUTE));
    clock.advance(MINUTE);
    expect(namesOf(await jobs.takeDue())).toEqual(['late']);
  });

  it('is kept with its reason when it is given up, the newest first', async () => {
    await jobs.schedule(ask('1'));
    await jobs.schedule(ask('2'));
    clock.advance(2 * MINUTE);
    for (const job of await jobs.takeDue()) await jobs.bury(job, 'it was hopeless');
    expect(await newProcess().dead()).toMatchObject([
      {kind: 'ask-zoom', about: '2', reason: 'it was hopeless', at: clock.now()},
      {kind: 'ask-zoom', about: '1', reason: 'it was hopeless', at: clock.now()},
    ]);
    clock.advance(JOB_LEASE_MS);
    expect(await jobs.takeDue()).toEqual([]);
  });
});

describe('many jobs', () => {
  const drain = async (from: Jobs): Promise<string[]> => {
    const done: string[] = [];
    for (let taken = await from.takeDue(); taken.length > 0; taken = await from.takeDue()) {
      for (const job of taken) await from.finish(job);
      done.push(...namesOf(taken));
    }
    return done;
  };

  it('that come at once cost few writes', async () => {
    await Promise.all(Array.from({length: 300}, (_, index) => jobs.schedule(ask(String(index)))));
    expect(written().length).toBeLessThanOrEqual(2);
  });

  it('spread over the time that follows, and none is lost', async () => {
    for (let round = 0; round < 3; round += 1) {
      const names = Array.from({length: 300}, (_, index) => `${round}-${index}`);
      await Promise.all(names.map((name) => jobs.schedule(ask(name))));
    }
    clock.advance(MINUTE + 30_000);
    const first = await drain(jobs);
    clock.advance(5 * MINUTE);
    const rest = await drain(jobs);
    expect(first.length).toBeLessThan(900);
    expect(new Set([...first, ...rest]).size).toBe(900);
  });

  it('leave nothing behind in the store but the cursor', async () => {
    await Promise.all(Array.from({length: 50}, (_, index) => jobs.schedule(ask(String(index)))));
    clock.advance(2 * MINUTE);
    expect(await drain(jobs)).toHaveLength(50);
    clock.advance(5 * MINUTE);
    await jobs.takeDue();
    expect(Object.keys(keyValue.rows())).toEqual(['jobs_cursor']);
  });

  it('of three nodes on one store are each done once, in whatever order they are taken', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({min: 1, max: 12}), async (scheduler, count) => {
        clock = createManualClock();
        const store = createMemoryKeyValue(clock);
        const slow = {
          ...store,
          get: (key: string) => scheduler.schedule(store.get(key)),
          compareAndSet: (...args: Parameters<typeof store.compareAndSet>) =>
            scheduler.schedule(store.compareAndSet(...args)),
        };
        const instant = {
          ...clock,
          after: (_ms: number, task: () => void) => {
            queueMicrotask(task);
            return () => undefined;
          },
        };
        const deps = {keyValue: slow, clock: instant, random: createCountingRandom(), logger};
        const nodes = ['a', 'b', 'c'].map((owner) => createJobs({...deps, owner}));
        const scheduled = Promise.all(
          Array.from({length: count}, (_, index) => (nodes[index % 3] as Jobs).schedule(ask(String(index)))),
        );
        await scheduler.waitFor(scheduled);
        clock.advance(2 * MINUTE);
        const done = await scheduler.waitFor(Promise.all(nodes.map(drain)));
        expect(done.flat().sort()).toEqual(Array.from({length: count}, (_, index) => String(index)).sort());
      }),
      {numRuns: 50},
    );
  });
});
