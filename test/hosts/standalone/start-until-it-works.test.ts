import {describe, expect, it} from '@jest/globals';
import {startUntilItWorks} from '../../../server/hosts/standalone/start-until-it-works.js';
import {createManualClock} from '../../support/manual-clock.js';
import {createRecordingLogger} from '../../support/recording-logger.js';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A start that fails so often, and what is seen of it. */
function starting(failures: number) {
  const clock = createManualClock();
  const logger = createRecordingLogger();
  let attempts = 0;
  const start = async (): Promise<void> => {
    attempts += 1;
    if (attempts <= failures) throw new Error('Mattermost does not answer');
  };
  const {end} = startUntilItWorks(start, {clock, logger});
  return {clock, logger, end, attempts: () => attempts};
}

describe('A service that starts', () => {
  it('says that it is ready, and is not started again', async () => {
    const {clock, logger, attempts} = starting(0);
    await settled();
    expect(logger.lines).toMatchObject([{level: 'info', message: 'The service is ready'}]);
    expect([attempts(), clock.nextIn()]).toEqual([1, undefined]);
  });

  it('before its Mattermost is tried again every five seconds, and says each time why', async () => {
    const {clock, logger, attempts} = starting(2);
    for (let time = 0; time < 2; time += 1) {
      await settled();
      expect(clock.nextIn()).toBe(5_000);
      clock.advance(5_000);
    }
    await settled();
    expect(attempts()).toBe(3);
    expect(logger.lines.map(({level, message}) => `${level}: ${message}`)).toEqual([
      'error: The service cannot start yet',
      'error: The service cannot start yet',
      'info: The service is ready',
    ]);
    expect(logger.lines[0]?.fields).toEqual({error: 'Error: Mattermost does not answer'});
  });

  it('is not tried any more once it was ended, before a failure or after it', async () => {
    const between = starting(9);
    await settled();
    between.end();
    expect(between.clock.nextIn()).toBeUndefined();
    const meanwhile = starting(9);
    meanwhile.end();
    await settled();
    expect([meanwhile.clock.nextIn(), meanwhile.attempts()]).toEqual([undefined, 1]);
  });
});
