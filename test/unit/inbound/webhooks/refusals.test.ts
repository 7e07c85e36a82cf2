import {beforeEach, describe, expect, it} from '@jest/globals';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import {createRefusalLines} from '../../../../server/inbound/webhooks/refusals.js';
import {secretsInForce} from '../../../../server/inbound/webhooks/secrets-in-force.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {createRecordingLogger, type RecordingLogger} from '../../../support/recording-logger.js';

let clock: ManualClock;
let logger: RecordingLogger;
beforeEach(() => {
  clock = createManualClock();
  logger = createRecordingLogger();
});
const told = () => logger.lines.map(({message, fields}) => [message.slice(0, 36), ...Object.values(fields)]);

describe('the log of refused webhooks', () => {
  it('tells of the first at once, then of all others in one line a minute, until none comes any more', () => {
    const refuse = createRefusalLines({clock, logger});
    for (let second = 0; second < 100; second++) {
      refuse('address');
      clock.advance(1000);
    }
    clock.advance(600_000);
    expect(told()).toEqual([
      ['Webhooks to a wrong address were ref', 1, 0],
      ['Webhooks to a wrong address were ref', 59, 0],
      ['Webhooks to a wrong address were ref', 40, 0],
    ]);
    expect(clock.nextIn()).toBeUndefined();
  });

  it('says which of the two was wrong, or both', () => {
    const refuse = createRefusalLines({clock, logger});
    refuse('signature');
    refuse('address');
    refuse('signature');
    clock.advance(60_000);
    expect(told()).toEqual([
      ['Webhooks were refused, because they ', 0, 1],
      ['Webhooks were refused, some at a wro', 1, 1],
    ]);
  });
});

describe('the fingerprint of the secrets in force', () => {
  const of = (address: string, token: string) =>
    secretsInForce({webhookSecret: new SecretText(address), zoomWebhookSecret: new SecretText(token)});

  it('is another when either of them is changed, and the same when both are as before', () => {
    const all = [of('a', 'b'), of('a', 'c'), of('c', 'b'), of('ab', ''), of('', 'ab'), of('b', 'a')];
    expect(new Set(all).size).toBe(all.length);
    expect(of('a', 'b')).toBe(all[0]);
  });

  it('is short and holds neither', () => {
    expect(of('canary-address', 'canary-token')).toMatch(/^[\w-]{8}$/);
  });
});
