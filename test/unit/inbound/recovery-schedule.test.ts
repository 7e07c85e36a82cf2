import {beforeEach, describe, expect, it} from '@jest/globals';
import {INTENT_WINDOW} from '../../../server/core/ports/intents.js';
import {createRecoverySchedule, type RecoverySchedule} from '../../../server/inbound/recovery-schedule.js';
import {createWorkInProgress} from '../../../server/lib/work-in-progress.js';
import {createManualClock, type ManualClock} from '../../support/manual-clock.js';
import {createRecordingLogger, type RecordingLogger} from '../../support/recording-logger.js';

let clock: ManualClock;
let logger: RecordingLogger;
let recovery: RecoverySchedule;
let runs: number[];
let recover: () => Promise<number | undefined>;
const newest = () => ({
  recoverIntents: () => {
    runs.push(clock.now());
    return recover();
  },
});
const pass = async (ms: number): Promise<void> => {
  clock.advance(ms);
  await new Promise((resolve) => setImmediate(resolve));
};
beforeEach(() => {
  clock = createManualClock();
  logger = createRecordingLogger();
  runs = [];
  recover = () => Promise.resolve(undefined);
  recovery = createRecoverySchedule({
    clock,
    logger,
    work: createWorkInProgress(clock),
  });
});

describe('interrupted starts are looked for', () => {
  it('on activation, and then no more when there is nothing', async () => {
    recovery.begin(newest);
    await pass(0);
    expect(runs).toHaveLength(1);
    expect(clock.nextIn()).toBeUndefined();
  });

  it('again when it is due', async () => {
    const begin = clock.now();
    recover = () => Promise.resolve(clock.now() + 3_000);
    recovery.begin(newest);
    await pass(0);
    await pass(3_000);
    expect(runs).toEqual([begin, begin + 3_000]);
  });

  it('when one of this process was left, after its time', async () => {
    recovery.begin(newest);
    await pass(0);
    recovery.leftBehind();
    await pass(INTENT_WINDOW - 1);
    expect(runs).toHaveLength(1);
    await pass(1);
    expect(runs).toHaveLength(2);
  });

  it('in time for the first that was left, however many follow', async () => {
    recovery.begin(newest);
    await pass(0);
    for (let second = 0; second < 10; second++) {
      recovery.leftBehind();
      await pass(1_000);
    }
    expect(runs).toHaveLength(2);
  });

  it('again after a failure, which is logged', async () => {
    recover = () => Promise.reject(new Error('the store fails'));
    recovery.begin(newest);
    await pass(0);
    expect(logger.lines).toMatchObject([{level: 'error'}]);
    expect(clock.nextIn()).toBe(INTENT_WINDOW);
  });

  it('at once when somebody needs it now, and never twice at a time', async () => {
    let end = (): void => undefined;
    recover = () => new Promise((resolve) => (end = () => resolve(undefined)));
    const first = recovery.now();
    const second = recovery.now();
    await pass(0);
    expect(runs).toEqual([]);
    recovery.begin(newest);
    await pass(0);
    expect(runs).toHaveLength(1);
    end();
    await first;
    await pass(0);
    expect(runs).toHaveLength(2);
    end();
    await second;
  });

  it('no more after the end', async () => {
    recovery.begin(newest);
    recovery.end();
    recovery.leftBehind();
    await recovery.now();
    await pass(10 * INTENT_WINDOW);
    expect(runs).toEqual([]);
  });
});
