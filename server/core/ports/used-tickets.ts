/** Tickets that are good for one use. Rejects with `store-unavailable` or `record-unreadable`. */
export interface UsedTickets {
  isUsed(id: string): Promise<boolean>;
  /** False: somebody else has used it. `expiresAt`: milliseconds since the epoch; kept for as long and no longer. */
  use(id: string, expiresAt: number): Promise<boolean>;
}
