import {beforeEach, describe, expect, it} from '@jest/globals';
import * as fc from 'fast-check';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import {browserOf, type ConnectWay} from '../../../../server/core/usecases/begin-connect.js';
import {createReceiveReturn, type Return} from '../../../../server/core/usecases/receive-return.js';
import {createConnectAttempts} from '../../../../server/outbound/store/connect-attempts.js';
import {createKeyRing} from '../../../../server/outbound/store/key-ring.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana, ben} from '../../../support/people.js';

const SECONDS = 1_000;
const terms = {
  consent: 'person',
  clientId: 'client-1',
  webUrl: 'https://zoom.us',
  redirectUri: 'https://chat.example.org/plugins/zoom/oauth2/complete',
} as const;
const verifier = new SecretText('v'.repeat(43));

let world: FakeWorld;
beforeEach(async () => {
  world = createFakeWorld();
  const attempt = {userId: ana.id, terms, browser: browserOf('nonce'), verifier};
  await attempts().open('state', attempt);
});
const attempts = (key = 'key') => createConnectAttempts({...world, keys: createKeyRing(new SecretText(key))});
const came: Return = {
  state: 'state',
  code: 'code',
  error: undefined,
  nonce: 'nonce',
  session: {userId: ana.id},
};
/** Another process of the plugin each time: nothing is remembered but what is stored. */
const receive = (changes: Partial<Return> = {}, way: Partial<typeof terms> | 'none' = {}, key?: string) =>
  createReceiveReturn({
    way:
      way === 'none'
        ? undefined
        : {consent: undefined as unknown as ConnectWay['consent'], terms: {...terms, ...way}},
    attempts: attempts(key),
  })({...came, ...changes});

describe('a browser that comes back from Zoom', () => {
  it('brings a code that belongs to whoever began, with the verifier of the attempt', async () => {
    const outcome = await receive();
    if (outcome.kind !== 'answered') throw new Error(outcome.refusal.kind);
    const {userId, code, verifier: found} = outcome.answered;
    expect([userId, code.reveal(), found.reveal()]).toEqual([ana.id, 'code', verifier.reveal()]);
  });

  it('O-01 is refused without a state, and with one that nobody was given', async () => {
    const unknown = {kind: 'refused', refusal: {kind: 'state-unknown'}};
    expect([await receive({state: undefined}), await receive({state: 'other'})]).toEqual([unknown, unknown]);
    expect((await receive()).kind).toBe('answered');
  });

  it('is known by what it was given alone where there are no sessions', async () => {
    expect(await receive({session: 'none', nonce: 'another'})).toMatchObject({
      refusal: {kind: 'other-browser'},
    });
    await attempts().open('next', {userId: ana.id, terms, browser: browserOf('nonce'), verifier});
    expect(await receive({state: 'next', session: 'none'})).toMatchObject({kind: 'answered'});
  });

  it.each<[string, Partial<Return>, string | undefined]>([
    ['who began is told to them', {code: undefined, error: 'access_denied'}, ana.id],
    ['who began is told to nobody else', {session: {userId: ben.id}}, undefined],
    ['who began is told to no other browser', {nonce: 'another'}, undefined],
  ])('is refused so that %s', async (_how, changes, by) => {
    const outcome = await receive(changes);
    expect(outcome.kind === 'refused' && outcome.by).toBe(by);
  });

  it.each(['!', '~', 'x'.repeat(2_048)])('may bring the code %j', async (code) => {
    expect((await receive({code})).kind).toBe('answered');
  });

  it('O-04 is in time for five minutes, and a second later no more', async () => {
    world.clock.advance(299 * SECONDS);
    expect((await receive()).kind).toBe('answered');
    await attempts().open('later', {userId: ana.id, terms, browser: browserOf('nonce'), verifier});
    world.clock.advance(301 * SECONDS);
    expect(await receive({state: 'later'})).toEqual({kind: 'refused', refusal: {kind: 'state-unknown'}});
  });

  it.each<[string, Partial<Return>]>([
    ['signed-out', {session: undefined}],
    ['other-person', {session: {userId: ben.id}}],
    ['other-browser', {nonce: undefined}],
    ['other-browser', {nonce: 'another'}],
    ['declined', {code: undefined, error: 'access_denied'}],
    ['odd-answer', {error: 'access_denied'}],
    ['odd-answer', {code: undefined, error: 'server_error'}],
    ['odd-answer', {code: undefined}],
    ['odd-answer', {code: undefined, error: ''}],
    ['odd-answer', {error: 'server_error'}],
    ['odd-answer', {code: ''}],
    ['odd-answer', {code: 'with blanks'}],
    ['odd-answer', {code: ' code'}],
    ['odd-answer', {code: 'code\n'}],
    ['odd-answer', {code: 'codé'}],
    ['odd-answer', {code: 'x'.repeat(2_049)}],
  ])('is %s with %j, and has used its attempt up', async (kind, changes) => {
    expect(await receive(changes)).toMatchObject({kind: 'refused', refusal: {kind}});
    expect(await receive()).toEqual({kind: 'refused', refusal: {kind: 'state-unknown'}});
  });

  it.each<[keyof typeof terms, string]>([
    ['consent', 'account'],
    ['clientId', 'client-2'],
    ['webUrl', 'https://zoom.example.org'],
    ['redirectUri', 'https://other.example.org/plugins/zoom/oauth2/complete'],
  ])('O-04 is refused where %s has become another one', async (name, value) => {
    expect(await receive({}, {[name]: value})).toMatchObject({refusal: {kind: 'settings-changed'}});
  });

  it('O-04 is refused where nobody has to consent any more', async () => {
    const refusal = {kind: 'settings-changed'};
    expect(await receive({}, 'none')).toEqual({kind: 'refused', refusal, by: ana.id});
  });

  it('O-17 is as if it had never begun where its attempt cannot be decrypted any more', async () => {
    expect(await receive({}, {}, 'another key')).toMatchObject({refusal: {kind: 'state-unknown'}});
  });

  it('finds nothing in the store by which it could come back, and no verifier in clear', () => {
    const rows = JSON.stringify(world.keyValue.rows());
    for (const secret of ['"state"', 'nonce', verifier.reveal()]) expect(rows).not.toContain(secret);
  });

  it.each<[string, object]>([
    ['person', {userId: ben.id}],
    ['browser', {browser: browserOf('another')}],
    ['redirect address', {redirectUri: 'https://other.example.org/'}],
  ])(
    'O-02 is as if it had never begun where its record names another %s than it began with',
    async (_of, change) => {
      const [key = ''] = Object.keys(world.keyValue.rows()).filter((name) => name.startsWith('oauth_state_'));
      const row = JSON.parse(world.keyValue.rows()[key] ?? '') as object;
      // Somebody who can write to the store has not got the key.
      await world.keyValue.put(key, JSON.stringify({...row, ...change}));
      const victim = {session: {userId: ben.id}, nonce: 'another'};
      for (const changes of [{}, victim, {nonce: 'another'}]) {
        expect(await receive(changes)).toEqual({kind: 'refused', refusal: {kind: 'state-unknown'}});
      }
    },
  );

  it('O-03 counts once, in whatever order two nodes get to the store', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        world = createFakeWorld();
        await attempts().open('raced', {userId: ana.id, terms, browser: browserOf('nonce'), verifier});
        const {keyValue} = world;
        const slow = {
          ...keyValue,
          get: async (key: string) => scheduler.schedule(keyValue.get(key)),
          compareAndSet: async (...args: Parameters<typeof keyValue.compareAndSet>) => {
            await scheduler.schedule(Promise.resolve());
            return keyValue.compareAndSet(...args);
          },
        };
        const keys = createKeyRing(new SecretText('key'));
        const both = Promise.all(
          [0, 1].map(() => createConnectAttempts({...world, keyValue: slow, keys}).take('raced')),
        );
        const taken = await passTimeUntil(world.clock, scheduler.waitFor(both));
        expect(taken.filter((attempt) => attempt !== undefined)).toHaveLength(1);
      }),
      {numRuns: 50},
    );
  });
});
