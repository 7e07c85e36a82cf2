import type {SecretText} from './secret-text.js';

/** Whose consent in Zoom we have: a person's for their own meetings, or one administrator's for a whole account. */
export type GrantOwner = {kind: 'person'; userId: string} | {kind: 'account'};

/** One word for an owner, as keys and log lines name it. */
export const ownerName = (owner: GrantOwner): string => (owner.kind === 'account' ? 'account' : owner.userId);

/** What Zoom's token endpoint gives. Both are replaced at each refresh, and the former ones are dead then. */
export interface ZoomTokens {
  access: SecretText;
  refresh: SecretText;
  /** When `access` ends, in milliseconds since the Unix epoch. */
  goodUntil: number;
  /** As Zoom named them; empty where it named none. */
  scopes: readonly string[];
}

/** Who has consented, as Zoom knows them. The id is the identity; the address is only shown. */
export interface ZoomIdentity {
  /** Empty: an account's, which the official plugin left without a name; Zoom is asked for it after the next start. */
  zoomUserId: string;
  email: string | undefined;
  accountId: string | undefined;
}

/** A consent in Zoom with what it gives us. */
export interface Grant {
  owner: GrantOwner;
  /** Who in Mattermost got it; empty where the official plugin did not note it. */
  by: string;
  /** Milliseconds since the Unix epoch. */
  since: number;
  identity: ZoomIdentity;
  tokens: ZoomTokens;
  /** Changes with its tokens, and never comes back: a renewal counts only for what it was made from. */
  revision: number;
}

/**
 * Why a grant is over.
 * revoked: Zoom accepts it no more (taken back there, expired, or used up by a process that died meanwhile) ·
 * superseded: another consent of the same Zoom user took its place · owner-gone: the Zoom user left their account ·
 * disabled: an administrator of Zoom switched the app off for them · removed: Zoom told us that the app was removed ·
 * key-lost: none of our keys decrypts it · unreadable: it is damaged, or a newer version wrote it
 */
export const GRANT_ENDS = [
  'revoked',
  'superseded',
  'owner-gone',
  'disabled',
  'removed',
  'key-lost',
  'unreadable',
] as const;
export type GrantEnd = (typeof GRANT_ENDS)[number];

/** Whose grant ended, and who had given it. */
export type Ended = Pick<Grant, 'owner' | 'by'>;

/** What is known of an owner's grant. */
export type GrantState = {kind: 'none'} | {kind: 'ended'; because: GrantEnd} | {kind: 'good'; grant: Grant};
