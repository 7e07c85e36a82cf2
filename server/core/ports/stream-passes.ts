import type {StreamPass} from '../domain/stream-pass.js';

/**
 * The capabilities behind stream URLs. Of a token, a digest alone is stored. Expired and revoked ones stay for a while,
 * so that whoever comes with one hears why: whether one is good is the caller's to judge. Rejects with
 * `store-unavailable` or `record-unreadable`.
 */
export interface StreamPasses {
  keep(token: string, pass: StreamPass): Promise<void>;
  find(token: string): Promise<StreamPass | undefined>;
  /** By what `streamDigest` makes of its token, for whoever has proved in another way that they may come. */
  findByDigest(digest: string): Promise<StreamPass | undefined>;
  /** Those that somebody made, or others for meetings that they host, and that are still good, the newest first. */
  list(userId: string): Promise<readonly StreamPass[]>;
  /** @returns the pass as it is now; `undefined`: in what `list` names for that person, there is none of that id */
  revoke(userId: string, id: string): Promise<StreamPass | undefined>;
}
