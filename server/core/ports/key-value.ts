/**
 * The one storage contract; every engine passes the same contract suite.
 *
 * Keys are at most 150 characters. Values are text and never empty (Mattermost deletes a row that is set to
 * nothing). There are no scans: what must be found again has a key that can be computed.
 * Every method rejects with `store-unavailable` when the engine fails; nothing is ever half-written.
 */
export interface KeyValue {
  get(key: string): Promise<string | undefined>;
  /** `ttlSeconds`: the row disappears by itself; without it, it stays. */
  put(key: string, value: string, options?: {ttlSeconds?: number}): Promise<void>;
  /**
   * Writes `next` only while the stored value is exactly `expected` (`undefined`: only while there is no row).
   * @returns whether it was written; after `false`, read again: a read may come from a replica.
   */
  compareAndSet(
    key: string,
    expected: string | undefined,
    next: string,
    options?: {ttlSeconds?: number},
  ): Promise<boolean>;
  delete(key: string): Promise<void>;
}
