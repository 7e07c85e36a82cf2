import {createHash} from 'node:crypto';
import {beforeEach, describe, expect, it} from '@jest/globals';
import type {ConnectAttempt} from '../../../../server/core/domain/connect-attempt.js';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import type {ConnectAttempts} from '../../../../server/core/ports/connect-attempts.js';
import {createConnectAttempts} from '../../../../server/outbound/store/connect-attempts.js';
import {ANA, BEN} from '../../../support/consents-under-test.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {FIRST, ringOf, SECOND} from './grants-under-test.js';

const attemptOf = (userId: string): ConnectAttempt => ({
  userId,
  terms: {
    consent: 'person',
    clientId: 'client-1',
    webUrl: 'https://zoom.us',
    redirectUri: 'https://chat.example.org/plugins/zoom/oauth2/complete',
  },
  browser: 'digest-of-nonce',
  verifier: new SecretText(`verifier of ${userId}`),
});
const keyOf = (state: string): string => `oauth_state_${createHash('sha256').update(state).digest('hex')}`;

let world: FakeWorld;
let attempts: ConnectAttempts;
/** As another process has them. */
const attemptsOf = (keys = ringOf(FIRST)): ConnectAttempts => createConnectAttempts({...world, keys});
beforeEach(async () => {
  world = createFakeWorld();
  attempts = attemptsOf();
  await attempts.open('state', attemptOf(ANA));
});

const rowOf = (state: string): string => world.keyValue.rows()[keyOf(state)] ?? '';

const change = (changes: object): Promise<void> =>
  world.keyValue.put(keyOf('state'), JSON.stringify({...(JSON.parse(rowOf('state')) as object), ...changes}));

describe('An attempt to connect', () => {
  it('is written in one step, because nobody has had its state before', () => {
    expect(world.keyValue.calls).toEqual([`compareAndSet ${keyOf('state')}`]);
  });

  it('O-03 is good once, on whatever node, and what is left of it opens nothing', async () => {
    expect(await attempts.take('state')).toBeDefined();
    expect(await attempts.take('state')).toBeUndefined();
    expect(await attemptsOf().take('state')).toBeUndefined();
    expect(JSON.parse(rowOf('state'))).not.toHaveProperty('sealed');
  });

  it('O-03 is none for a state that nobody opened, and that is not written down', async () => {
    expect(await attempts.take('another-state')).toBeUndefined();
    expect(rowOf('another-state')).toBe('');
    expect(await attempts.take('state')).toBeDefined();
  });

  it('O-04 is good for five minutes, and no millisecond longer, though its row may still be there', async () => {
    const row = rowOf('state');
    world.clock.advance(300_000);
    await world.keyValue.put(keyOf('state'), row);
    expect(await attemptsOf().take('state')).toBeDefined();
    world.clock.advance(1);
    await world.keyValue.put(keyOf('state'), row);
    expect(await attemptsOf().take('state')).toBeUndefined();
    expect(JSON.parse(rowOf('state'))).not.toHaveProperty('sealed');
  });

  it('O-03 lends its verifier to no other attempt, and is used up by who tries it', async () => {
    await attempts.open('state-of-ben', attemptOf(BEN));
    const {sealed} = JSON.parse(rowOf('state-of-ben')) as {sealed: string};
    await change({sealed});
    expect(await attemptsOf().take('state')).toBeUndefined();
    expect(JSON.parse(rowOf('state'))).not.toHaveProperty('sealed');
  });

  it.each([
    ['one', 'state/v1'],
    ['none', 'tokens/v1'],
  ])('is %s where what it holds was sealed for %s', async (what, purpose) => {
    const {userId, terms, browser} = attemptOf(ANA);
    const {consent, clientId, webUrl, redirectUri} = terms;
    const digest = keyOf('state').slice('oauth_state_'.length);
    const record = JSON.stringify([digest, userId, browser, consent, clientId, webUrl, redirectUri]);
    await change({sealed: await ringOf(FIRST).seal('text', {purpose, record})});
    expect(await attemptsOf().take('state')).toEqual(what === 'one' ? expect.anything() : undefined);
  });

  it.each<[string, string]>([
    ['userId', BEN],
    ['browser', 'digest-of-another-nonce'],
    ['consent', 'account'],
    ['clientId', 'client-2'],
    ['webUrl', 'https://zoom.example.org'],
    ['redirectUri', 'https://other.example.org/complete'],
  ])('O-02 is none where somebody who can write to the store has changed its %s', async (name, value) => {
    await change({[name]: value});
    expect(await attemptsOf().take('state')).toBeUndefined();
  });

  it('O-17 outlives a new key that knows the former one', async () => {
    expect(await attemptsOf(ringOf(SECOND, FIRST)).take('state')).toBeDefined();
  });

  it('that is cut in half is refused, and left as it is', async () => {
    const half = rowOf('state').slice(0, 40);
    await world.keyValue.put(keyOf('state'), half);
    await expect(attemptsOf().take('state')).rejects.toMatchObject({code: 'record-unreadable'});
    expect(rowOf('state')).toBe(half);
  });
});
