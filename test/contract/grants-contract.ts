import {beforeEach, describe, expect, it} from '@jest/globals';
import {SecretText} from '../../server/core/domain/secret-text.js';
import type {Grants} from '../../server/core/ports/grants.js';
import {systemClock} from '../../server/lib/system-clock.js';
import {createGrants} from '../../server/outbound/store/grants.js';
import {createKeyRing} from '../../server/outbound/store/key-ring.js';
import {createLeases} from '../../server/outbound/store/leases.js';
import {ANA, BEN} from '../support/consents-under-test.js';
import {createCountingRandom} from '../support/counting-random.js';
import {createRecordingLogger} from '../support/recording-logger.js';
import {sampleGrant} from '../support/sample-grant.js';
import type {KeyValueUnderTest} from './key-value-contract.js';

const owner = {kind: 'person', userId: ANA} as const;
const fresh = {...sampleGrant(ANA, 'zoom-ana').tokens, access: new SecretText('fresh')};

/** What grants do alike on every engine, with two processes at work. */
export function describeGrants(name: string, create: () => Promise<KeyValueUnderTest>): void {
  describe(`the contract of grants on ${name}`, () => {
    let one: Grants;
    let other: Grants;
    beforeEach(async () => {
      const {keyValue} = await create();
      const rows = {
        keyValue,
        clock: systemClock,
        random: createCountingRandom(),
        logger: createRecordingLogger(),
      };
      const start = (): Grants =>
        createGrants({...rows, leases: createLeases(rows), keys: createKeyRing(new SecretText('key'))});
      one = start();
      other = start();
      await one.keep(sampleGrant(ANA, 'zoom-ana'), async () => false);
    });
    const good = async () => {
      const state = await other.find(owner);
      if (state.kind !== 'good') throw new Error(`It is ${state.kind}`);
      return state.grant;
    };

    it('finds what another process has kept, and whose the Zoom user is', async () => {
      expect((await good()).tokens.refresh.reveal()).toBe('refresh of zoom-ana');
      expect(await other.personOf('zoom-ana')).toBe(ANA);
    });

    it('lets one of many renewals of the same revision count', async () => {
      const before = await good();
      const renewals = await Promise.all([one, other, one, other].map((by) => by.renew(before, fresh)));
      expect(renewals.filter((renewed) => renewed !== undefined)).toHaveLength(1);
      expect((await good()).tokens.access.reveal()).toBe('fresh');
    });

    it('tells one of many callers that a grant has ended', async () => {
      const ends = await Promise.all([one, other, one].map((by) => by.end(owner, 'revoked')));
      expect(ends.filter((end) => end !== undefined)).toEqual([{owner, by: ANA}]);
    });

    it('O-10 lets one of two people have a Zoom user', async () => {
      const kept = await Promise.all(
        [one, other].map((by, at) =>
          by.keep(sampleGrant([BEN, 'carl'][at] ?? '', 'zoom-free'), async () => false),
        ),
      );
      expect(kept.map(({kind}) => kind).sort()).toEqual(['kept', 'linked']);
    });

    it('gives what was removed to one of two callers, and then starts with revisions that were never used', async () => {
      const before = await good();
      const removed = await Promise.all([one.remove(owner), other.remove(owner)]);
      expect(removed.filter((grant) => grant !== undefined)).toHaveLength(1);
      await other.keep(sampleGrant(ANA, 'zoom-ana'), async () => false);
      expect(await one.renew(before, fresh)).toBeUndefined();
      expect((await good()).revision).toBeGreaterThan(before.revision);
    });
  });
}
