import type {Grant, GrantEnd, GrantOwner, GrantState, ZoomTokens} from '../domain/grant.js';

/**
 * The consents that we have, encrypted at rest and bound to their owners. One Zoom user belongs to one person at most;
 * an account's grant is no person's. Everything rejects with `store-unavailable` or `record-unreadable`.
 */
export interface Grants {
  /** As it is stored now. */
  find(owner: GrantOwner): Promise<GrantState>;
  /**
   * Stores a new one in place of what its owner had. `linked`: nothing is stored, because the Zoom user is that
   * person's, who is connected; `isGone` says of whom it may be taken all the same.
   */
  keep(
    grant: Omit<Grant, 'revision'>,
    isGone: (userId: string) => Promise<boolean>,
  ): Promise<{kind: 'kept'} | {kind: 'linked'; to: string}>;
  /**
   * Stores refreshed tokens, and the identity that `grant` names. `undefined`: the grant is not that one any more, and
   * the tokens are nobody's.
   */
  renew(grant: Grant, tokens: ZoomTokens): Promise<Grant | undefined>;
  /** True: it was good, this very `revision` of it where one is named, and this call ended it: it is told once. */
  end(owner: GrantOwner, because: GrantEnd, revision?: number): Promise<boolean>;
  /** Forgets it, whatever is stored. Resolves to what was good until now. */
  remove(owner: GrantOwner): Promise<Grant | undefined>;
  /** Whose the Zoom user is; `undefined`: nobody's. They may have ended it meanwhile. */
  personOf(zoomUserId: string): Promise<string | undefined>;
}
