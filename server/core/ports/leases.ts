/** What only one of all nodes may do at a time. */
export interface Leases {
  /**
   * Waits until nobody else is at work on `what`, and then does it. A node that dies meanwhile holds it for `leaseMs`,
   * which has to be longer than the work may take. Rejects as `work` does, and with `store-unavailable` or
   * `record-unreadable`.
   */
  hold<T>(what: string, work: () => Promise<T>, leaseMs?: number): Promise<T>;
}

/** Longer than most such work may take. */
export const LEASE_MS = 60_000;
