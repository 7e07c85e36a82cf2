import type {GrantOwner} from '../domain/grant.js';
import type {ZoomGrants} from '../ports/zoom.js';

/** Somebody has taken the app from their Zoom account, as Zoom tells it. */
export interface AppRemoval {
  clientId: string;
  zoomUserId: string;
  accountId: string | undefined;
  /** Milliseconds since the epoch; `undefined`: Zoom does not say when. */
  at: number | undefined;
}

/** Rejects when the store fails. */
export type HearOfRemoval = (removal: AppRemoval, authenticity: 'fresh' | 'stale') => Promise<void>;

interface HearOfRemovalDeps extends Pick<ZoomGrants, 'ended'> {
  grants: Pick<ZoomGrants['grants'], 'find' | 'end' | 'remove' | 'personOf'>;
  /** Of the app that people consent to; `undefined`: there is none. */
  clientId: string | undefined;
  /** One administrator has consented for all. */
  isForAccount: boolean;
}

/** Between a look and its end the grant may be refreshed; hardly ever twice. */
const MAX_LOOKS = 3;

/**
 * The grant of whoever took the app away is over, and that is told once. A removal that is older than the grant, or of
 * which nobody knows when it was and which may be a replay, does nothing: if it is true, the next refresh learns it.
 */
export const createHearOfRemoval =
  ({grants, ended, clientId, isForAccount}: HearOfRemovalDeps): HearOfRemoval =>
  async (removal, authenticity) => {
    if (removal.clientId !== clientId) return;
    if (removal.at === undefined && authenticity === 'stale') return;
    const owner = isForAccount ? ({kind: 'account'} as const) : await ownerOf(grants, removal.zoomUserId);
    if (owner === undefined) return;
    for (let look = 0; look < MAX_LOOKS; look += 1) {
      const state = await grants.find(owner);
      if (state.kind !== 'good') {
        // What nobody can read is theirs all the same, and is not kept.
        if (owner.kind === 'person') await grants.remove(owner);
        return;
      }
      const {identity, since, revision} = state.grant;
      if (!isOf(removal, identity) || (removal.at ?? since) < since) return;
      const over = await grants.end(owner, 'removed', revision);
      if (over !== undefined) return ended(over, 'removed');
    }
  };

async function ownerOf(
  grants: HearOfRemovalDeps['grants'],
  zoomUserId: string,
): Promise<GrantOwner | undefined> {
  const userId = await grants.personOf(zoomUserId);
  return userId === undefined ? undefined : {kind: 'person', userId};
}

/** Ids of an account are compared where both sides know one. */
const isOf = (
  removal: AppRemoval,
  {zoomUserId, accountId}: {zoomUserId: string; accountId: string | undefined},
): boolean =>
  removal.zoomUserId === zoomUserId &&
  (removal.accountId === undefined || accountId === undefined || removal.accountId === accountId);
