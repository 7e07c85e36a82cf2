/** An event of Zoom's as other systems read it. Times: milliseconds since the Unix epoch. */
export interface FeedEvent {
  /** The same for what Zoom sends again. */
  id: string;
  /** Zoom's name of it. */
  event: string;
  /** When it happened, as Zoom says. */
  event_ts?: number | undefined;
  received_at: number;
  /** Signed more than five minutes before, or after: Zoom has sent it again, or somebody else has. */
  late?: true | undefined;
  /** Without secrets, and without addresses of people. */
  payload?: unknown;
}

export interface FeedPage {
  events: readonly FeedEvent[];
  /** Leads to what comes after these; nobody but the feed understands it. */
  next: string;
}

/** Events for other systems, in the order in which they were kept, for seven days and not much longer. */
export interface EventFeed {
  /**
   * It is kept when this resolves, perhaps twice. Rejects with a store error: nobody knows whether it is.
   */
  keep(event: FeedEvent): Promise<void>;
  /**
   * `after`: what led to the events before; `undefined`: from the oldest on. Events that are kept meanwhile come later.
   * expired: some of what comes next may be gone · unknown: it is nothing that led anywhere. Rejects with a store error.
   */
  read(after: string | undefined, limit: number): Promise<FeedPage | 'expired' | 'unknown'>;
}
