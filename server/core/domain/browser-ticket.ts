/** What a member of Mattermost may join in the browser: the meeting of a card, or that of a stream URL. */
export type TicketFor =
  | {cardId: string; number: string}
  /** By the digest of the stream URL's token, where it lets in members alone: the ticket must not give that away. */
  | {streamDigest: string};

/** A personal way to the join page. It is signed, and stored nowhere. */
export interface BrowserTicket {
  userId: string;
  /** Milliseconds since the Unix epoch. */
  expiresAt: number;
  into: TicketFor;
}
