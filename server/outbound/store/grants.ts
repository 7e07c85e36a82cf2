import type {Ended, Grant, GrantOwner} from '../../core/domain/grant.js';
import type {Grants, Kept} from '../../core/ports/grants.js';
import type {Leases} from '../../core/ports/leases.js';
import {createGrantRows, type GrantRows} from './grant-rows.js';
import type {KeyRing} from './key-ring.js';
import type {RowDeps} from './row.js';
import type {StoredGrant} from './consent-rows.js';
import {createZoomUsers, type ZoomUsers} from './zoom-users.js';

type IsGone = (userId: string) => Promise<boolean>;

/** What the store offers beside the port, for what the official plugin left. */
export interface StoredGrants extends Grants {
  /**
   * Stores a grant where its owner has none, not even one that is over. It is superseded where its Zoom user is not
   * `whose` owner's, or somebody else is connected as that Zoom user: then nothing of it is stored but that it is over.
   */
  inherit(grant: Omit<Grant, 'revision'>, whose: string): Promise<'inherited' | 'superseded' | 'known'>;
}

interface Parts {
  rows: GrantRows;
  zoomUsers: ZoomUsers;
}

/** Two rows for a person: what they gave, and whose their Zoom user is. The first one is the truth. */
export function createGrants(deps: RowDeps & {keys: KeyRing; leases: Pick<Leases, 'hold'>}): StoredGrants {
  const parts: Parts = {rows: createGrantRows(deps), zoomUsers: createZoomUsers(deps)};
  const {rows, zoomUsers} = parts;
  return {
    find: (owner) => rows.find(owner),
    renew: (grant, tokens) => rows.renew(grant, tokens),
    personOf: (zoomUserId) => zoomUsers.personOf(zoomUserId),
    async keep(grant, isGone) {
      const {owner} = grant;
      if (owner.kind === 'person') return keepOfPerson(parts, {grant, userId: owner.userId, isGone});
      await rows.store(grant);
      return {kind: 'kept', superseded: undefined};
    },
    async end(owner, because, revision) {
      const former = await rows.end(owner, because, revision);
      if (former === undefined) return undefined;
      if (because !== 'key-lost') await releaseIfPossible(parts, owner, former.zoomUserId);
      return endedOf(owner, former);
    },
    async inherit(grant, whose) {
      const {owner, identity} = grant;
      if (owner.kind === 'account') return (await rows.add(grant, false)) ? 'inherited' : 'known';
      const {zoomUserId} = identity;
      return zoomUsers.alone(zoomUserId, async () => {
        const holder = await holderOf(parts, zoomUserId, owner.userId);
        const isOver = whose !== owner.userId || holder !== undefined;
        if (!isOver) await zoomUsers.assign(zoomUserId, owner.userId);
        if (!(await rows.add(grant, isOver))) return 'known';
        return isOver ? 'superseded' : 'inherited';
      });
    },
    async remove(owner) {
      // First of all: what was removed is told to this caller alone, and must not get lost on the way.
      if (owner.kind === 'person') {
        const zoomUserId = await rows.zoomUserOf(owner);
        if (zoomUserId) await zoomUsers.alone(zoomUserId, () => zoomUsers.release(zoomUserId, owner.userId));
      }
      return rows.remove(owner);
    },
  };
}

/** One at a time for a Zoom user: otherwise two people could find it free. */
async function keepOfPerson(
  parts: Parts,
  {grant, userId, isGone}: {grant: Omit<Grant, 'revision'>; userId: string; isGone: IsGone},
): Promise<Kept> {
  const {rows, zoomUsers} = parts;
  const {zoomUserId} = grant.identity;
  let former: string | undefined;
  const kept = await zoomUsers.alone(zoomUserId, async (): Promise<Kept> => {
    const holder = await holderOf(parts, zoomUserId, userId);
    if (holder !== undefined && !(await isGone(holder.userId))) return {kind: 'linked', to: holder.userId};
    const lost = holder && (await rows.end(holder, 'superseded'));
    await zoomUsers.assign(zoomUserId, userId);
    former = await rows.store(grant);
    return {kind: 'kept', superseded: holder && lost && endedOf(holder, lost)};
  });
  if (former !== zoomUserId) await releaseIfPossible(parts, grant.owner, former);
  return kept;
}

type Person = Extract<GrantOwner, {kind: 'person'}>;

/** Somebody else whose the Zoom user is. Who claims it without a good grant does not count. */
async function holderOf(
  {rows, zoomUsers}: Parts,
  zoomUserId: string,
  asker: string,
): Promise<Person | undefined> {
  const userId = await zoomUsers.personOf(zoomUserId);
  if (userId === undefined || userId === asker) return undefined;
  const holder = {kind: 'person', userId} as const;
  const state = await rows.find(holder);
  return state.kind === 'good' && state.grant.identity.zoomUserId === zoomUserId ? holder : undefined;
}

/** Where it does not succeed, the Zoom user is free all the same: nobody has a good grant of it. */
async function releaseIfPossible(
  {rows, zoomUsers}: Parts,
  owner: GrantOwner,
  zoomUserId: string | undefined,
): Promise<void> {
  if (owner.kind !== 'person' || zoomUserId === undefined || zoomUserId === '') return;
  const release = async (): Promise<void> => {
    // They may have connected as it anew in the meantime.
    if ((await rows.zoomUserOf(owner)) !== zoomUserId) await zoomUsers.release(zoomUserId, owner.userId);
  };
  await zoomUsers.alone(zoomUserId, release).catch(() => undefined);
}

const endedOf = (owner: GrantOwner, {by}: StoredGrant): Ended => ({owner, by});
