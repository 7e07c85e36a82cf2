import type {Ended, Grant, GrantEnd, GrantOwner, GrantState, ZoomTokens} from '../domain/grant.js';

/**
 * The consents that we have, encrypted at rest and bound to their owners. One Zoom user belongs to one person at most;
 * an account's grant is no person's. Everything rejects with `store-unavailable`, and what changes an unreadable one
 * with `record-unreadable`.
 */
export interface Grants {
  /** As it is stored now. What cannot be read is over, and stays stored until it is removed. */
  find(owner: GrantOwner): Promise<GrantState>;
  /**
   * Stores a new one in place of what its owner had. `linked`: nothing is stored, because the Zoom user is that
   * person's, who is connected; `isGone` says of whom it may be taken all the same.
   */
  keep(grant: Omit<Grant, 'revision'>, isGone: (userId: string) => Promise<boolean>): Promise<Kept>;
  /**
   * Stores refreshed tokens, and the identity that `grant` names. `undefined`: the grant is not that one any more, and
   * the tokens are nobody's.
   */
  renew(grant: Grant, tokens: ZoomTokens): Promise<Grant | undefined>;
  /**
   * `undefined`: there was nothing to end, or not this `revision` of it. Whoever gets an answer is the only one, and
   * tells of it. With a lost key it stays stored, and is good again when its key is back.
   */
  end(owner: GrantOwner, because: GrantEnd, revision?: number): Promise<Ended | undefined>;
  /** Forgets it, whatever is stored. Resolves to what was good until now, which nobody but the caller can revoke. */
  remove(owner: GrantOwner): Promise<Grant | undefined>;
  /** Whose the Zoom user is; `undefined`: nobody's. It may be over all the same. */
  personOf(zoomUserId: string): Promise<string | undefined>;
}

/** `superseded`: the Zoom user was taken from somebody who is gone. */
export type Kept = {kind: 'kept'; superseded: Ended | undefined} | {kind: 'linked'; to: string};
