/** Where an open card is found. */
export interface OpenCard {
  /** Milliseconds since the Unix epoch. */
  openedAt: number;
  /** Of its meeting. */
  number: string;
  channelId: string;
  /** Of its host; missing: an earlier version noted it. */
  hostUserId?: string | undefined;
}

/** The cards of meetings that are not over. Rejects with `store-unavailable` or `record-unreadable`. */
export interface OpenCards {
  /** Of all nodes together, a minute ago at most. */
  count(): Promise<number>;
  /** Those of this node as they are, of others a minute ago at most. */
  list(): Promise<readonly OpenCard[]>;
  /** As `list`, but the store is read once a minute at most, so that others' may be two minutes old. */
  listKnown(): Promise<readonly OpenCard[]>;
}
