import type {ZoomTokens} from '../domain/grant.js';

/** What Zoom is to take back. */
export interface Revocation {
  zoomUserId: string;
  tokens: ZoomTokens;
}

/** Revocations that are not done yet. Rejects with `store-unavailable` or `record-unreadable`. */
export interface Revocations {
  keep(id: string, revocation: Revocation): Promise<void>;
  /** `undefined`: it is done, or nobody can decrypt it any more. */
  find(id: string): Promise<Revocation | undefined>;
  remove(id: string): Promise<void>;
}
