import type {Grant} from '../../../../server/core/domain/grant.js';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import type {Grants} from '../../../../server/core/ports/grants.js';
import {createGrants} from '../../../../server/outbound/store/grants.js';
import {createKeyRing, type KeyRing} from '../../../../server/outbound/store/key-ring.js';
import {createLeases} from '../../../../server/outbound/store/leases.js';
import type {FakeWorld} from '../../../support/fake-world.js';
import {ANA} from '../../../support/consents-under-test.js';
import {sampleGrant} from '../../../support/sample-grant.js';

export const FIRST = 'canary-first-key';
export const SECOND = 'canary-second-key';

/** A key, and former ones. */
export const ringOf = (key: string, ...former: string[]): KeyRing =>
  createKeyRing(
    new SecretText(key),
    former.map((text) => new SecretText(text)),
  );

/** As one process has them. */
export const grantsOf = (
  world: Pick<FakeWorld, 'keyValue' | 'clock' | 'random' | 'logger'>,
  keys = ringOf(FIRST),
): Grants => createGrants({...world, leases: createLeases(world), keys});

/** Ana consents as a Zoom user, or somebody else does. */
export const connect = (grants: Grants, userId = ANA, zoomUserId = 'zoom-ana') =>
  grants.keep(sampleGrant(userId, zoomUserId), async () => false);

/** What is good of a person's. */
export async function goodOf(grants: Grants, userId = ANA): Promise<Grant> {
  const state = await grants.find({kind: 'person', userId});
  if (state.kind !== 'good') throw new Error(`It is ${JSON.stringify(state)}`);
  return state.grant;
}

/** What a refresh could give. */
export const pair = (name: string): Grant['tokens'] => ({
  access: new SecretText(`${name}-access`),
  refresh: new SecretText(`${name}-refresh`),
  goodUntil: 1,
  scopes: [],
});
