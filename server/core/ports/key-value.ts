/**
 * The one storage contract; every engine passes the same contract suite.
 *
 * Keys are at most 150 characters. Values are text and never empty (Mattermost deletes a row that is set to
 * nothing). There are no scans: what must be found again has a key that can be computed.
 * Every method rejects with `StoreUnavailableError` when the engine fails; nothing is ever half-written.
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

/** The engine did not carry out a read or write; the caller may ask again later. */
export class StoreUnavailableError extends Error {
  override readonly name: string = 'StoreUnavailableError';
}

/**
 * This version of the product cannot read what is stored: it is damaged, or a newer version wrote it. It stays as it
 * is, so asking again helps once a version runs that can read it. The log names the row.
 */
export class UnreadableRowError extends StoreUnavailableError {
  override readonly name = 'UnreadableRowError';
  constructor(row: string) {
    super(`This version cannot read the row ${row}, which stays as it is`);
  }
}

/** Whether an unreadable row is the reason, perhaps hidden in another port's error. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof UnreadableRowError ||
  (error instanceof Error && error.cause instanceof UnreadableRowError);
