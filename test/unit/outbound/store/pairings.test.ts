import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Pairings} from '../../../../server/core/ports/pairings.js';
import {createPairings} from '../../../../server/outbound/store/pairings.js';
import {createCountingRandom} from '../../../support/counting-random.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {createMemoryKeyValue, type MemoryKeyValue} from '../../../support/memory-key-value.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';
import {mattermostId} from '../../../support/mattermost-id.js';

const ANA = mattermostId('ana');
const BEN = mattermostId('ben');
const MINUTE = 60_000;
let clock: ManualClock;
let keyValue: MemoryKeyValue;
let pairings: Pairings;
beforeEach(() => {
  clock = createManualClock();
  keyValue = createMemoryKeyValue(clock);
  pairings = createPairings({
    clock,
    keyValue,
    random: createCountingRandom(),
    logger: createRecordingLogger(),
  });
});
const pair = async (userId: string): Promise<string> => {
  const {code, secret} = await pairings.open();
  await pairings.confirm(code, userId);
  const claimed = await pairings.claim(secret);
  if (typeof claimed === 'string') throw new Error(`The pairing is ${claimed}`);
  return claimed.token;
};

describe('a browser', () => {
  it('is a person’s once they have typed its code', async () => {
    const {code, secret} = await pairings.open();
    expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    expect(await pairings.claim(secret)).toBe('waiting');
    expect(await pairings.confirm(` ${code.toLowerCase()} `, ANA)).toBe(true);
    const claimed = await pairings.claim(secret);
    expect(await pairings.userOf(typeof claimed === 'string' ? '' : claimed.token)).toBe(ANA);
  });

  it('is paired by a code once, by one person, within five minutes', async () => {
    const {code, secret} = await pairings.open();
    expect(await pairings.confirm(code, ANA)).toBe(true);
    expect(await pairings.confirm(code, BEN)).toBe(false);
    await pairings.claim(secret);
    expect(await pairings.claim(secret)).toBe('gone');
    const late = await pairings.open();
    clock.advance(5 * MINUTE + 1);
    expect([await pairings.confirm(late.code, ANA), await pairings.claim(late.secret)]).toEqual([
      false,
      'gone',
    ]);
  });

  it('gets nothing for a code alone, or a secret that is not its own', async () => {
    const {code, secret} = await pairings.open();
    await pairings.confirm(code, ANA);
    for (const guess of ['', code, code.replace('-', ''), `${secret.slice(0, 9)}guess`, `${secret}x`]) {
      expect(await pairings.claim(guess)).toBe('gone');
    }
    expect(await pairings.claim(secret)).toMatchObject({token: expect.any(String)});
  });

  it('is found by its code as long as that waits, in any spelling, and under no other', async () => {
    const {code} = await pairings.open();
    expect(await pairings.waiting(` ${code.toLowerCase().replace('-', ' ')}\``)).toBe(code);
    expect(await pairings.waiting('AAAA-AAAA')).toBeUndefined();
    await pairings.confirm(code, ANA);
    expect(await pairings.waiting(code)).toBeUndefined();
  });

  it('is one of a person’s, who can take back one or all of them', async () => {
    const [first, second] = [await pair(ANA), (clock.advance(MINUTE), await pair(ANA))];
    const [newest, oldest] = await pairings.list(ANA);
    expect((newest?.since ?? 0) - (oldest?.since ?? 0)).toBe(MINUTE);
    expect(await pairings.disconnect(BEN, newest?.id ?? '')).toBe(false);
    expect(await pairings.disconnect(ANA, oldest?.id ?? '')).toBe(true);
    expect(await Promise.all([first, second].map((token) => pairings.userOf(token)))).toEqual([
      undefined,
      ANA,
    ]);
    expect(await pairings.list(ANA)).toEqual([newest]);
  });

  it('acts for nobody else: a token of Ana is not one of Ben', async () => {
    const token = await pair(ANA);
    await pair(BEN);
    expect(await pairings.userOf(token.replace(ANA, BEN))).toBeUndefined();
    for (const forged of ['', ANA, `${ANA}.`, `${ANA}.x`, `../${token}`]) {
      expect(await pairings.userOf(forged)).toBeUndefined();
    }
  });

  it('is a stranger again after ninety days, and when its person says so', async () => {
    const [old, other] = [await pair(ANA), await pair(BEN)];
    clock.advance(90 * 24 * 60 * MINUTE + 1);
    expect(await pairings.userOf(old)).toBeUndefined();
    const fresh = await pair(BEN);
    await pairings.forget(BEN);
    expect([await pairings.userOf(other), await pairings.userOf(fresh)]).toEqual([undefined, undefined]);
  });

  it('is nobody’s for good once its person’s account was deactivated, and knows whose it was', async () => {
    const token = await pair(ANA);
    await pairings.end(ANA);
    expect([await pairings.userOf(token), await pairings.formerUserOf(token)]).toEqual([undefined, ANA]);
    expect(await pairings.list(ANA)).toEqual([]);
    const next = await pair(ANA);
    expect([await pairings.userOf(next), await pairings.formerUserOf(next)]).toEqual([ANA, undefined]);
  });

  it('leaves nothing in the store that could be used by who reads it', async () => {
    const {code, secret} = await pairings.open();
    await pairings.confirm(code, ANA);
    const token = await pair(BEN);
    const rows = JSON.stringify(keyValue.rows());
    expect([rows.includes(secret), rows.includes(token)]).toEqual([false, false]);
  });
});
