import {describe, expect, it} from '@jest/globals';
import {ConfigError} from '../../../server/hosts/standalone/read-config.js';
import {startUntilItWorks} from '../../../server/hosts/standalone/start-until-it-works.js';
import {createManualClock} from '../../support/manual-clock.js';
import {createRecordingLogger} from '../../support/recording-logger.js';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const LATER = new Error('Mattermost does not answer');

/** A start that fails with each of these, then works, and what is seen of it. */
function starting(failures: readonly Error[]) {
  const clock = createManualClock();
  const logger = createRecordingLogger();
  let attempts = 0;
  const start = async (): Promise<void> => {
    const failure = failures[attempts];
    attempts += 1;
    if (failure !== undefined) throw failure;
  };
  const begun = startUntilItWorks(start, {clock, logger});
  const nextAttempt = async (): Promise<void> => {
    await settled();
    clock.advance(5_000);
    await settled();
  };
  const said = () => logger.lines.map(({level, message, fields}) => [level, message, fields?.['error']]);
  return {...begun, clock, logger, nextAttempt, said, attempts: () => attempts};
}

describe('A service that starts', () => {
  it('says that it is ready, and is not started again', async () => {
    const {clock, logger, attempts} = starting([]);
    await settled();
    expect(logger.lines).toMatchObject([{level: 'info', message: 'The service is ready'}]);
    expect([attempts(), clock.nextIn()]).toEqual([1, undefined]);
  });

  it('before what it needs is there is tried again every five seconds, and says once what is in the way', async () => {
    const waiting = 'The service cannot start yet, and tries again every 5 seconds';
    const other = new Error('PostgreSQL does not answer');
    const {nextAttempt, attempts, said} = starting([LATER, LATER, LATER, other]);
    for (let time = 0; time < 4; time += 1) await nextAttempt();
    expect(attempts()).toBe(5);
    expect(said()).toEqual([
      ['error', waiting, 'Error: Mattermost does not answer'],
      ['error', waiting, 'Error: PostgreSQL does not answer'],
      ['info', 'The service is ready', undefined],
    ]);
  });

  it('says again every ten minutes what is still in the way', async () => {
    const {nextAttempt, said} = starting(Array<Error>(1_000).fill(LATER));
    const attemptsInHalfAnHour = 360;
    for (let time = 0; time < attemptsInHalfAnHour; time += 1) await nextAttempt();
    expect(said()).toHaveLength(4);
  });

  it('with a configuration that cannot work is not tried again', async () => {
    const {clock, refused, attempts} = starting([LATER, new ConfigError(['There is no such database.'])]);
    await settled();
    clock.advance(5_000);
    expect((await refused).message).toBe('There is no such database.');
    expect([attempts(), clock.nextIn()]).toEqual([2, undefined]);
  });

  it('is not tried any more once it was ended, before a failure or after it', async () => {
    const between = starting(Array<Error>(9).fill(LATER));
    await settled();
    between.end();
    expect(between.clock.nextIn()).toBeUndefined();
    const meanwhile = starting(Array<Error>(9).fill(LATER));
    meanwhile.end();
    await settled();
    expect([meanwhile.clock.nextIn(), meanwhile.attempts()]).toEqual([undefined, 1]);
  });
});
