import {
  type Grant,
  GRANT_ENDS,
  type GrantEnd,
  type GrantOwner,
  type GrantState,
  ownerName,
  type ZoomTokens,
} from '../../core/domain/grant.js';
import {hasCode} from '../../core/ports/port-error.js';
import {contentOf, grantOf, sealedFor} from './grant-content.js';
import type {KeyRing} from './key-ring.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {type StoredGrant} from './consent-rows.js';
import {ROWS} from './rows.js';

/**
 * A removed row stays for as long as a refresh of it could still be under way, with nothing in it but its revision:
 * revisions that began anew could be taken for former ones.
 */
const REMOVED_SECONDS = 3_600;

/** The grants, each by itself. Everything rejects with a store error. */
export interface GrantRows {
  /** As `Grants` has it. */
  find(owner: GrantOwner): Promise<GrantState>;
  /** The Zoom user whose the row was until now; '' or `undefined`: nobody's. */
  store(grant: Omit<Grant, 'revision'>): Promise<string | undefined>;
  /** False: there is a row, whatever is in it. `isOver`: it is superseded from the start. */
  add(grant: Omit<Grant, 'revision'>, isOver: boolean): Promise<boolean>;
  /** As `Grants` has it. */
  renew(grant: Grant, tokens: ZoomTokens): Promise<Grant | undefined>;
  /** The row as it was good; `undefined`: there was nothing to end. */
  end(owner: GrantOwner, because: GrantEnd, revision?: number): Promise<StoredGrant | undefined>;
  /** The Zoom user whose the row is; '' or `undefined`: nobody's, or nobody can read it. */
  zoomUserOf(owner: GrantOwner): Promise<string | undefined>;
  /** As `Grants` has it. */
  remove(owner: GrantOwner): Promise<Grant | undefined>;
}

export function createGrantRows(deps: RowDeps & {keys: KeyRing}): GrantRows {
  const {keys} = deps;
  const open = openRows(deps);
  const rowOf = (owner: GrantOwner) => open(ROWS.grant, [ownerName(owner)]);
  const seal = (grant: Omit<Grant, 'revision'>): Promise<string> =>
    keys.seal(contentOf(grant), sealedFor(grant.owner, grant.identity.zoomUserId));

  /** With the newest key. Nobody needs it to succeed: the next look does it otherwise. */
  const sealAgain = async (grant: Grant, former: string): Promise<void> => {
    try {
      const sealed = await seal(grant);
      await rowOf(grant.owner).update((stored) =>
        stored?.sealed === former ? {...stored, sealed} : undefined,
      );
    } catch (error) {
      deps.logger.warn('A connection to Zoom is still encrypted with a former key', {error: String(error)});
    }
  };
  const read = async (owner: GrantOwner, stored: StoredGrant | undefined): Promise<GrantState> => {
    if (stored?.sealed === undefined) {
      return stored?.ended === undefined ? {kind: 'none'} : {kind: 'ended', because: endOf(stored.ended)};
    }
    const opened = await keys.open(stored.sealed, sealedFor(owner, stored.zoomUserId));
    if (opened === undefined) return {kind: 'ended', because: 'key-lost'};
    const grant = grantOf(owner, stored, opened.text);
    if (grant === undefined) return {kind: 'ended', because: 'unreadable'};
    if (opened.isOld) await sealAgain(grant, stored.sealed);
    return {kind: 'good', grant};
  };

  return {
    find: (owner) =>
      unlessUnreadable(async () => read(owner, await rowOf(owner).known()), {
        kind: 'ended',
        because: 'unreadable',
      }),
    zoomUserOf: (owner) => unlessUnreadable(async () => (await rowOf(owner).known())?.zoomUserId, undefined),
    async store(grant) {
      const {owner, by, since, identity} = grant;
      const sealed = await seal(grant);
      let former: string | undefined;
      await rowOf(owner).update((stored) => {
        former = stored?.zoomUserId;
        const revision = (stored?.revision ?? 0) + 1;
        const kept = stored && withoutEnd(stored);
        return {...kept, sealed, zoomUserId: identity.zoomUserId, by, since, revision};
      });
      return former;
    },
    async add(grant, isOver) {
      const {owner, by, since, identity} = grant;
      const {zoomUserId} = identity;
      const content = isOver
        ? {zoomUserId: '', ended: 'superseded'}
        : {zoomUserId, sealed: await seal(grant)};
      let isFirst = false;
      await rowOf(owner).update((stored) => {
        isFirst = stored === undefined;
        return isFirst ? {...content, by, since, revision: 1} : undefined;
      });
      return isFirst;
    },
    async renew(grant, tokens) {
      const next = {...grant, tokens, revision: grant.revision + 1};
      const sealed = await seal(next);
      let isRenewed = false;
      await rowOf(grant.owner).update((stored) => {
        isRenewed = stored?.sealed !== undefined && stored.revision === grant.revision;
        if (!isRenewed || stored === undefined) return undefined;
        const {zoomUserId} = next.identity;
        return {...withoutEnd(stored), sealed, zoomUserId, revision: next.revision};
      });
      return isRenewed ? next : undefined;
    },
    async end(owner, because, revision) {
      let former: StoredGrant | undefined;
      await rowOf(owner).update((stored) => {
        former = isEndedBy(stored, because, revision) ? stored : undefined;
        return former && overBecause(former, because);
      });
      return former;
    },
    async remove(owner) {
      let former: StoredGrant | undefined;
      const row = open(ROWS.grant, [ownerName(owner)], {ttlSeconds: REMOVED_SECONDS});
      try {
        await row.update((stored) => {
          former = isEmpty(stored) ? undefined : stored;
          return former && {zoomUserId: '', by: '', since: 0, revision: former.revision + 1};
        });
      } catch (error) {
        if (!hasCode(error, 'record-unreadable')) throw error;
        // Somebody who wants to be forgotten is, even where nobody can read what there is.
        await row.remove();
        return undefined;
      }
      const state = await read(owner, former);
      return state.kind === 'good' ? state.grant : undefined;
    },
  };
}

async function unlessUnreadable<T>(look: () => Promise<T>, unreadable: T): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (hasCode(error, 'record-unreadable')) return unreadable;
    throw error;
  }
}

const isEmpty = (stored: StoredGrant | undefined): boolean =>
  stored?.sealed === undefined && stored?.ended === undefined;

/** A newer version may know more reasons. */
const endOf = (ended: string): GrantEnd => GRANT_ENDS.find((known) => known === ended) ?? 'revoked';

/** A good row is not over. */
function withoutEnd(stored: StoredGrant): StoredGrant {
  const {ended: _over, ...rest} = stored;
  return rest;
}

/** A lost key is noted once, and once more only after the grant was good again. */
function isEndedBy(
  stored: StoredGrant | undefined,
  because: GrantEnd,
  revision: number | undefined,
): stored is StoredGrant {
  if (stored?.sealed === undefined || stored.revision !== (revision ?? stored.revision)) return false;
  return because !== 'key-lost' || stored.ended === undefined;
}

/** Whose key is lost may be good again one day; of all others, nothing is left but that they are over. */
function overBecause(stored: StoredGrant, because: GrantEnd): StoredGrant {
  if (because === 'key-lost') return {...stored, ended: because};
  const {sealed: _gone, ...rest} = stored;
  return {...rest, ended: because, zoomUserId: '', revision: stored.revision + 1};
}
