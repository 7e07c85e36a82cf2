/** The cards of meetings that are not over. */
export interface OpenCards {
  /** Of all nodes together, a minute ago at most. Rejects with `store-unavailable` or `record-unreadable`. */
  count(): Promise<number>;
}
