/** What a member of Mattermost may join in the browser: the meeting of a card, or that of a stream URL. */
export type TicketFor =
  | {cardId: string; number: string}
  /** The token of the stream URL, where it lets in members alone. */
  | {streamToken: string};

/** A personal way to the join page. It is signed, and stored nowhere. */
export interface BrowserTicket {
  userId: string;
  /** Milliseconds since the Unix epoch. */
  expiresAt: number;
  into: TicketFor;
}
