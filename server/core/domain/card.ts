/** The Zoom meeting behind a card, as Zoom answered when it was created. */
export interface CardMeeting {
  number: string;
  /** UUID of the occurrence to come: a hint. */
  uuid?: string | undefined;
  hostId?: string | undefined;
  accountId?: string | undefined;
  joinUrl: string;
  /** Only where the link does not carry it. */
  passcode?: string | undefined;
}

/** What a meeting card is made of: everything that its post shows follows from this. Times: ms since the epoch. */
export interface Card {
  /** Of the intent that it came from; it stands in the post too. */
  id: string;
  postId: string;
  channelId: string;
  rootId: string;
  host: {userId: string; username: string; name: string};
  topic: string;
  /** Nobody gave it a topic: it has the one that the server gives in its own language. */
  hasDefaultTopic?: true | undefined;
  meeting: CardMeeting;
  openedAt: number;
  /** UUID of the one occurrence that this card follows, once it is known. */
  occurrence?: string | undefined;
  /** From payloads: the earliest start, the latest end. */
  startedAt?: number | undefined;
  endedAt?: number | undefined;
  /** Earliest receipt of each event; used only where no payload had a time. */
  startReceivedAt?: number | undefined;
  endReceivedAt?: number | undefined;
  /** The revision that the post shows. */
  shown: string;
  /** Set when the post was deleted: there is nothing to show any more. */
  postGone?: true | undefined;
  /** Set when the host could post the card, but cannot change it: it stays as it was at first. */
  postFixed?: true | undefined;
}

export type CardState = 'waiting' | 'live' | 'ended';

export const cardStart = (card: Card): number | undefined => card.startedAt ?? card.startReceivedAt;
export const cardEnd = (card: Card): number | undefined => card.endedAt ?? card.endReceivedAt;

export function cardState(card: Card): CardState {
  if (cardEnd(card) !== undefined) return 'ended';
  return cardStart(card) === undefined ? 'waiting' : 'live';
}

/** Two cards of the same revision look the same. */
export const cardRevision = (card: Card): string =>
  `${cardState(card)} ${cardStart(card) ?? '-'} ${cardEnd(card) ?? '-'}`;

/** Whether the post lags behind the card: whoever touches the card next shows it. */
export const needsShowing = (card: Card): boolean =>
  card.postGone !== true && card.postFixed !== true && card.shown !== cardRevision(card);
