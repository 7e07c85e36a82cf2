import {createHash} from 'node:crypto';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {SecretText} from '../../server/core/domain/secret-text.js';
import {storeUnavailable, zoomTrouble} from '../../server/core/ports/port-error.js';
import type {KeyValue} from '../../server/core/ports/key-value.js';
import {sendOnce} from '../../server/core/usecases/send-once.js';
import {createKeyRing} from '../../server/outbound/store/key-ring.js';
import {createKeyedRequests} from '../../server/outbound/store/keyed-requests.js';
import {createFakeWorld} from '../support/fake-world.js';

/** A process that is asked, and what befalls it. */
const attempt = fc.record({
  /** At which call of the store or of Zoom something happens to it; beyond all of them: nothing does. */
  atCall: fc.integer({min: 1, max: 8}),
  kind: fc.constantFrom('dies', 'fails'),
  isCarriedOut: fc.boolean(),
  /** How Zoom answers. */
  zoom: fc.constantFrom('done', 'refused', 'done-in-silence', 'silent'),
  /** Milliseconds until the next one is asked. */
  pause: fc.integer({min: 0, max: 90_000}),
  /** The next one is asked while this one is at work. */
  isJoined: fc.boolean(),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

const keys = createKeyRing(new SecretText('encryption-key'));
const request = {userId: 'ana', key: 'one', request: '{}'};

describe('A request with a key', () => {
  it('R-14 is carried out once at most, whoever dies or fails at any point, and is answered as the first one was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, {minLength: 1, maxLength: 5}), async (attempts) => {
        const world = createFakeWorld();
        let made = 0;
        const answers: unknown[] = [];
        const ask = async ({atCall, kind, isCarriedOut, zoom}: Attempt): Promise<void> => {
          let calls = 0;
          let isDead = false;
          const call = async <T>(task: () => Promise<T>, failure: () => Error): Promise<T> => {
            if (isDead) return new Promise<never>(() => undefined);
            calls += 1;
            const isHit = calls === atCall;
            const result = isHit && !isCarriedOut ? undefined : await task();
            if (!isHit) return result as T;
            isDead = kind === 'dies';
            if (isDead) return new Promise<never>(() => undefined);
            throw failure();
          };
          const lost = (): Error => storeUnavailable('lost');
          const store: KeyValue = {
            get: (...given) => call(() => world.keyValue.get(...given), lost),
            put: (...given) => call(() => world.keyValue.put(...given), lost),
            delete: (...given) => call(() => world.keyValue.delete(...given), lost),
            compareAndSet: (...given) => call(() => world.keyValue.compareAndSet(...given), lost),
          };
          const keyedRequests = createKeyedRequests({...world, keyValue: store, keys});
          const create = async (): Promise<unknown> => {
            if (zoom === 'refused') throw zoomTrouble({kind: 'refused', code: 3161});
            if (zoom === 'done' || zoom === 'done-in-silence') made += 1;
            if (zoom !== 'done') throw zoomTrouble({kind: 'timeout'});
            return {id: made};
          };
          const sending = sendOnce({keyedRequests, logger: world.logger}, request, () =>
            call(create, () => zoomTrouble({kind: 'timeout'})),
          ).then(
            (outcome) => void (outcome.kind === 'sent' && answers.push(outcome.answer)),
            () => undefined,
          );
          // A dead process says nothing any more: let everything that it may still do happen.
          await Promise.race([sending, settle()]);
        };
        let joined: Promise<void>[] = [];
        for (const one of attempts) {
          joined.push(ask(one));
          if (one.isJoined) continue;
          await Promise.all(joined);
          joined = [];
          world.clock.advance(one.pause);
        }
        await Promise.all(joined);
        expect(made).toBeLessThanOrEqual(1);
        for (const answer of answers) expect(answer).toEqual({id: 1});
      }),
      {numRuns: 400},
    );
  });

  it('R-14 leaves nothing in the store by which its passcode could be guessed without its key', async () => {
    const guess = '["createMeeting",{"topic":"Plan","password":"123456"}]';
    const rows = await Promise.all(
      ['5f0c4b2e', '9a1d7c33'].map(async (key) => {
        const written: string[] = [];
        const world = createFakeWorld();
        const keyValue: KeyValue = {
          ...world.keyValue,
          compareAndSet: (...given) => {
            written.push(JSON.stringify(given));
            return world.keyValue.compareAndSet(...given);
          },
        };
        await createKeyedRequests({...world, keyValue, keys}).begin({userId: 'ana', key, request: guess});
        return written.join();
      }),
    );
    const digests = rows.map((row) => /"request\W+([\da-f]{64})/.exec(row)?.[1]);
    expect(digests).toEqual([expect.any(String), expect.any(String)]);
    expect(new Set([...digests, createHash('sha256').update(guess).digest('hex')]).size).toBe(3);
  });
});

/** Long enough for everything that waits for nothing but itself. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
