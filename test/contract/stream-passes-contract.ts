import {beforeEach, describe, expect, it} from '@jest/globals';
import {type StreamPass, streamDigest} from '../../server/core/domain/stream-pass.js';
import type {StreamPasses} from '../../server/core/ports/stream-passes.js';
import {systemClock} from '../../server/lib/system-clock.js';
import {createStreamPasses} from '../../server/outbound/store/stream-passes.js';
import {ANA, BEN} from '../support/consents-under-test.js';
import {createCountingRandom} from '../support/counting-random.js';
import {createManualClock, type ManualClock} from '../support/manual-clock.js';
import {createRecordingLogger} from '../support/recording-logger.js';
import type {KeyValueUnderTest} from './key-value-contract.js';

const DAY_MS = 24 * 60 * 60_000;

/** What stream passes do alike on every engine, with two processes at work. */
export function describeStreamPasses(name: string, create: () => Promise<KeyValueUnderTest>): void {
  describe(`the contract of stream passes on ${name}`, () => {
    let store: KeyValueUnderTest;
    let clock: ManualClock;
    let one: StreamPasses;
    let other: StreamPasses;
    beforeEach(async () => {
      store = await create();
      clock = createManualClock();
      const rows = {
        keyValue: store.keyValue,
        // Whoever loses a race waits in real time.
        clock: {
          now: () => clock.now(),
          after: (milliseconds: number, run: () => void) => systemClock.after(milliseconds, run),
        },
        random: createCountingRandom(),
        logger: createRecordingLogger(),
      };
      one = createStreamPasses(rows);
      other = createStreamPasses(rows);
    });
    const pass = (id: string, changes: Partial<StreamPass> = {}): StreamPass => ({
      id,
      name: 'Main stage',
      number: '85512345678',
      kind: 'webinar',
      topic: 'Opening',
      cardId: '',
      hostUserId: ANA,
      zoomUserId: 'zoom-ana',
      madeBy: ANA,
      madeAt: clock.now(),
      expiresAt: clock.now() + DAY_MS,
      ...changes,
    });
    const pass30Days = (): void => {
      clock.advance(30 * DAY_MS);
      store.advance(30 * DAY_MS);
    };

    it('finds by its token what another process has kept, and nothing by any other', async () => {
      await one.keep('token', pass('p1'));
      expect(await other.find('token')).toMatchObject(pass('p1'));
      for (const token of ['Token', 'token ', 'p1', '']) expect(await other.find(token)).toBeUndefined();
    });

    it('A-40 finds it by the digest of its token for who asks for that, and takes no digest for a token', async () => {
      await one.keep('token', pass('p1'));
      const digest = streamDigest('token');
      expect(await other.findByDigest(digest)).toMatchObject(pass('p1'));
      expect(await other.find(digest)).toBeUndefined();
      expect(await other.findByDigest('token')).toBeUndefined();
    });

    it('lists what somebody has made, and others of their meetings, that is good, the newest first', async () => {
      await one.keep('first', pass('p1'));
      await other.keep('second', pass('p2'));
      await one.keep('of-ben', pass('p3', {madeBy: BEN}));
      await one.keep('short', pass('p4', {expiresAt: clock.now() + 1}));
      clock.advance(1);
      expect((await other.list(ANA)).map(({id}) => id)).toEqual(['p3', 'p2', 'p1']);
      expect((await one.list(BEN)).map(({id}) => id)).toEqual(['p3']);
    });

    it('lets whoever made it revoke it, once, and nobody else', async () => {
      await one.keep('token', pass('p1'));
      expect(await other.revoke(BEN, 'p1')).toBeUndefined();
      const revoked = await Promise.all([one, other, one].map((by) => by.revoke(ANA, 'p1')));
      expect(revoked.filter((each) => each !== undefined)).toMatchObject([
        pass('p1', {revokedAt: clock.now()}),
      ]);
      expect(await other.list(ANA)).toEqual([]);
    });

    it('still knows what was revoked, and for a month what has expired', async () => {
      await one.keep('token', pass('p1'));
      await one.revoke(ANA, 'p1');
      await one.keep('late', pass('p2'));
      pass30Days();
      expect(await other.find('token')).toMatchObject({revokedAt: expect.any(Number)});
      expect(await other.find('late')).toMatchObject({id: 'p2'});
      expect(await other.revoke(ANA, 'p2')).toBeUndefined();
      pass30Days();
      expect(await other.find('token')).toBeUndefined();
      expect(await other.find('late')).toBeUndefined();
    });
  });
}
