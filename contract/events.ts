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

/** `GET /api/v1/events?after=…&limit=…` answers with 200. */
export interface FeedPage {
  events: readonly FeedEvent[];
  /** Leads to what comes after these, as `after`; nobody but the feed understands it. */
  next: string;
}

/** As many events as one answer has, at most. */
export const MAX_EVENTS = 500;
