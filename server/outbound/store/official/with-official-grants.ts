import type {GrantOwner, GrantState} from '../../../core/domain/grant.js';
import type {Grants} from '../../../core/ports/grants.js';
import type {OfficialGrants} from './official-grants.js';

/** Grants that are taken over from the official plugin when they are first needed. */
export function withOfficialGrants(grants: Grants, official: OfficialGrants): Grants {
  const find = async (owner: GrantOwner): Promise<GrantState> => {
    const state = await grants.find(owner);
    if (state.kind !== 'none') return state;
    await official.takeOver(owner);
    // Also where there was no row: another node may have taken it over since the first look.
    return grants.find(owner);
  };
  const personOf = async (zoomUserId: string): Promise<string | undefined> => {
    const known = await grants.personOf(zoomUserId);
    if (known !== undefined) return known;
    const userId = await official.personOf(zoomUserId);
    if (userId !== undefined) await find({kind: 'person', userId});
    return userId === undefined ? undefined : grants.personOf(zoomUserId);
  };
  return {
    find,
    personOf,
    renew: (grant, tokens) => grants.renew(grant, tokens),
    async keep(grant, isGone) {
      // Whose the Zoom user is counts, even if they have not come by since the upgrade.
      if (grant.owner.kind === 'person') await personOf(grant.identity.zoomUserId);
      const kept = await grants.keep(grant, isGone);
      if (kept.kind === 'kept') await official.forget(grant.owner);
      return kept;
    },
    async end(owner, because, revision) {
      if (revision === undefined) await find(owner);
      return grants.end(owner, because, revision);
    },
    async remove(owner) {
      // Somebody who wants to be forgotten is, and what is left is revoked by who gets to know it.
      await find(owner).catch(() => undefined);
      await official.forget(owner);
      return grants.remove(owner);
    },
  };
}
