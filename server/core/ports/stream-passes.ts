import type {StreamPass} from '../domain/stream-pass.js';

/**
 * The capabilities behind stream URLs. Of a token, a digest alone is stored. Expired and revoked ones stay for a while,
 * so that whoever comes with one hears why: whether one is good is the caller's to judge. Rejects with
 * `store-unavailable` or `record-unreadable`.
 */
export interface StreamPasses {
  keep(token: string, pass: StreamPass): Promise<void>;
  find(token: string): Promise<StreamPass | undefined>;
  /** Those that somebody made and that are still good, the newest first. */
  list(userId: string): Promise<readonly StreamPass[]>;
  /** @returns the pass as it is now; `undefined`: that person has made none of that id that is still good */
  revoke(userId: string, id: string): Promise<StreamPass | undefined>;
}
