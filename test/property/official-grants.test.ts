import {beforeEach, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {GrantOwner} from '../../server/core/domain/grant.js';
import {SecretText} from '../../server/core/domain/secret-text.js';
import type {KeyValue} from '../../server/core/ports/key-value.js';
import {storeUnavailable} from '../../server/core/ports/port-error.js';
import {createFakeWorld, type FakeWorld} from '../support/fake-world.js';
import {startOfficialNode} from '../support/official-node.js';
import {CORA, OFFICIAL_LEFT} from '../support/official-rows.js';
import {passTimeUntil} from '../support/pass-time-until.js';
import {ana, ben} from '../support/people.js';

const ANA = {kind: 'person', userId: ana.id} as const;
const BEN = {kind: 'person', userId: ben.id} as const;
const OF_CORA = {kind: 'person', userId: CORA} as const;

let world: FakeWorld;
let superseded: GrantOwner[];
beforeEach(() => {
  superseded = [];
});
const upgrade = async (): Promise<void> => {
  world = createFakeWorld();
  superseded = [];
  for (const [key, text] of Object.entries(OFFICIAL_LEFT.rows)) await world.keyValue.put(key, text);
};
const startNode = (keyValue: KeyValue = world.keyValue) =>
  startOfficialNode({world, keyValue, superseded: (owner) => void superseded.push(owner)});
const keysLeft = (): string[] =>
  Object.keys(world.keyValue.rows()).filter((key) => key.startsWith('zoomtoken'));

describe('Two nodes that need the same row of the official plugin', () => {
  /** Their calls of the store are answered in the order of the scheduler. */
  const twoNodes = (scheduler: fc.Scheduler) =>
    [world.keyValue, world.keyValue].map((keyValue) =>
      startNode({
        get: scheduler.scheduleFunction((key: string) => keyValue.get(key)),
        put: scheduler.scheduleFunction((...asked: Parameters<KeyValue['put']>) => keyValue.put(...asked)),
        compareAndSet: scheduler.scheduleFunction((...asked: Parameters<KeyValue['compareAndSet']>) =>
          keyValue.compareAndSet(...asked),
        ),
        delete: scheduler.scheduleFunction((key: string) => keyValue.delete(key)),
      }),
    );

  /** At one of its calls, the node stands still until somebody else is done. */
  const standingStill = (atCall: number, untilDone: Promise<unknown>): KeyValue => {
    const {keyValue} = world;
    let calls = 0;
    const still = async (): Promise<void> => {
      calls += 1;
      if (calls === atCall) await untilDone;
    };
    return {
      get: (key) => keyValue.get(key).finally(still),
      put: (...asked) => still().then(() => keyValue.put(...asked)),
      compareAndSet: (...asked) => still().then(() => keyValue.compareAndSet(...asked)),
      delete: (key) => still().then(() => keyValue.delete(key)),
    };
  };

  it.each(Array.from({length: 18}, (_none, index) => index + 1))(
    'make one grant of it, which one that stood still at its call %i does not set back',
    async (atCall) => {
      await upgrade();
      // Whoever is first uses it at once: what Zoom gives for the refresh token makes the former pair dead.
      const useAtOnce = async (): Promise<void> => {
        const {grants} = startNode();
        const state = await grants.find(ANA);
        if (state.kind !== 'good') throw new Error(`It is ${state.kind}`);
        await grants.renew(state.grant, {...state.grant.tokens, refresh: new SecretText('the newest')});
      };
      const first = useAtOnce();
      const second = startNode(standingStill(atCall, first)).grants.find(ANA);
      const [state] = await passTimeUntil(world.clock, Promise.all([second, first]));
      const now = await startNode().grants.find(ANA);
      expect(state.kind).toBe('good');
      expect(now.kind === 'good' && now.grant.tokens.refresh.reveal()).toBe('the newest');
      expect(keysLeft()).not.toContain(`zoomtoken_${ana.id}`);
    },
  );

  it('tell one superseded person once, whoever of those who share a Zoom user comes first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.constantFrom(BEN, OF_CORA), async (scheduler, second) => {
        await upgrade();
        const [one, other] = twoNodes(scheduler);
        const work = Promise.all([one?.grants.find(BEN), other?.grants.find(second)]);
        const states = await passTimeUntil(world.clock, scheduler.waitFor(work));
        expect(states.map((state) => state?.kind)).toEqual(['ended', second === BEN ? 'ended' : 'good']);
        expect(superseded).toEqual([BEN]);
      }),
    );
  });
});

describe('A node that takes over a row of the official plugin', () => {
  /** Once, the call is not answered; it may have been carried out. */
  const faulty = (atCall: number, isCarriedOut: boolean): KeyValue => {
    let calls = 0;
    const call = async <T>(task: () => Promise<T>): Promise<T> => {
      calls += 1;
      if (calls !== atCall) return task();
      if (isCarriedOut) await task();
      throw storeUnavailable('no answer');
    };
    const {keyValue} = world;
    return {
      get: (key) => call(() => keyValue.get(key)),
      put: (...asked) => call(() => keyValue.put(...asked)),
      compareAndSet: (...asked) => call(() => keyValue.compareAndSet(...asked)),
      delete: (key) => call(() => keyValue.delete(key)),
    };
  };

  it('R-05 leaves it or the grant wherever the store fails, and never neither', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({min: 1, max: 20}), fc.boolean(), async (atCall, isCarriedOut) => {
        await upgrade();
        const first = startNode(faulty(atCall, isCarriedOut)).grants.find(ANA);
        await passTimeUntil(world.clock, first).catch((error: unknown) =>
          expect(error).toMatchObject({code: 'store-unavailable'}),
        );
        const next = startNode();
        // What could not be given back is waited for.
        const state = await passTimeUntil(world.clock, next.grants.find(ANA));
        expect(state.kind === 'good' && state.grant.tokens.refresh.reveal()).toBe('refresh-token-of-ana');
        await passTimeUntil(world.clock, next.official.takeOver(ANA));
        expect(keysLeft().filter((key) => key.includes('ana'))).toEqual([]);
      }),
    );
  });
});
