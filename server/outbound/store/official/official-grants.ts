import type {Grant, GrantOwner} from '../../../core/domain/grant.js';
import type {SecretText} from '../../../core/domain/secret-text.js';
import type {Clock} from '../../../core/ports/clock.js';
import type {KeyValue} from '../../../core/ports/key-value.js';
import type {StoredGrants} from '../grants.js';
import {keyOf} from '../row-kind.js';
import {OFFICIAL} from './official-keys.js';
import {createOfficialRows} from './official-rows.js';
import {readAccount, readOwner, readPerson} from './read-official.js';
import type {TellUnreadable} from './tell-unreadable.js';

/** The consents that the official plugin left. Everything rejects with a store error. */
export interface OfficialGrants {
  /**
   * Makes its row one of ours, where the owner has none, and deletes it; on all nodes together, this happens once.
   * False: it is not there any more, or nobody can read it, and then it stays.
   */
  takeOver(owner: GrantOwner): Promise<boolean>;
  /** Whom its row of this Zoom user names. */
  personOf(zoomUserId: string): Promise<string | undefined>;
  /** Deletes what it has of the owner, whatever that is. */
  forget(owner: GrantOwner): Promise<void>;
}

interface OfficialGrantsDeps {
  keyValue: KeyValue;
  clock: Pick<Clock, 'now'>;
  grants: Pick<StoredGrants, 'inherit'>;
  /** What the official plugin may have encrypted with. */
  keys: readonly SecretText[];
  tellUnreadable: TellUnreadable;
  /** Called once for each person whose Zoom user somebody else connected after them. Never throws. */
  superseded: (grant: Pick<Grant, 'owner' | 'by'>) => void;
}

export function createOfficialGrants(deps: OfficialGrantsDeps): OfficialGrants {
  const {clock, grants, keys, tellUnreadable, superseded} = deps;
  const rows = createOfficialRows(deps.keyValue);
  const zoomUserKey = (zoomUserId: string): string => keyOf(OFFICIAL.zoomUser, [zoomUserId]);
  const personOf = async (zoomUserId: string): Promise<string | undefined> => {
    const stored = await rows.read(zoomUserKey(zoomUserId));
    return stored === undefined ? undefined : readOwner(stored);
  };
  /** The row by the id in Zoom is left alone while it is another person's. */
  const remove = async (owner: GrantOwner, zoomUserId: string | undefined): Promise<void> => {
    if (owner.kind === 'person' && zoomUserId !== undefined && (await personOf(zoomUserId)) === owner.userId)
      await rows.remove(zoomUserKey(zoomUserId));
    await rows.remove(keyFor(owner));
  };
  const read = (owner: GrantOwner, stored: string) =>
    owner.kind === 'account' ? readAccount(stored) : readPerson(stored, owner.userId, keys);

  return {
    personOf,
    async takeOver(owner) {
      const stored = await rows.read(keyFor(owner));
      if (stored === undefined) return false;
      const found = read(owner, stored);
      if (found === undefined) {
        tellUnreadable(keyFor(owner), 'whoever it is of has to connect to Zoom again');
        return false;
      }
      const {zoomUserId} = found.identity;
      const by = owner.kind === 'person' ? owner.userId : '';
      const winner = owner.kind === 'person' ? await personOf(zoomUserId) : undefined;
      const grant = {owner, by, since: clock.now(), identity: found.identity, tokens: found.tokens};
      const outcome = await grants.inherit(grant, winner ?? by);
      // Before anything else: a token in clear is left behind otherwise, and nobody would look for it.
      await remove(owner, zoomUserId);
      if (outcome === 'superseded') superseded({owner, by});
      return true;
    },
    async forget(owner) {
      const stored = await rows.read(keyFor(owner));
      if (stored !== undefined) await remove(owner, read(owner, stored)?.identity.zoomUserId);
    },
  };
}

const keyFor = (owner: GrantOwner): string =>
  owner.kind === 'account' ? OFFICIAL.account.key : keyOf(OFFICIAL.person, [owner.userId]);
