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
  /** First and last time that Zoom, when asked, no longer knew the meeting: it is over, and nobody knows since when. */
  unknownSince?: number | undefined;
  unknownAt?: number | undefined;
  /** The revision that the post shows. */
  shown: string;
  /** Set when the post was deleted: there is nothing to show any more. */
  postGone?: true | undefined;
  /** Set when the host could post the card, but cannot change it: it stays as it was at first. */
  postFixed?: true | undefined;
}

/** unknown: nobody has seen it start, and Zoom no longer knows it. */
export type CardState = 'waiting' | 'live' | 'ended' | 'unknown';

/** A meeting that Zoom does not know once may only be too new for it. */
const UNKNOWN_TWICE_MS = 60_000;

export const cardStart = (card: Card): number | undefined => card.startedAt ?? card.startReceivedAt;
/** `undefined` also where only {@link cardState} is known to be over. */
export const cardEnd = (card: Card): number | undefined => card.endedAt ?? card.endReceivedAt;

export function cardState(card: Card): CardState {
  if (cardEnd(card) !== undefined) return 'ended';
  const start = cardStart(card);
  const {unknownSince, unknownAt} = card;
  if (start !== undefined) return unknownAt !== undefined && unknownAt >= start ? 'ended' : 'live';
  if (unknownSince === undefined || unknownAt === undefined) return 'waiting';
  return unknownAt - unknownSince >= UNKNOWN_TWICE_MS ? 'unknown' : 'waiting';
}

/** Nothing can be joined any more. */
export const isOver = (card: Card): boolean => cardState(card) === 'ended' || cardState(card) === 'unknown';

/** Two cards of the same revision look the same. */
export const cardRevision = (card: Card): string =>
  `${cardState(card)} ${cardStart(card) ?? '-'} ${cardEnd(card) ?? '-'}`;

/** Whether the post lags behind the card: whoever touches the card next shows it. */
export const needsShowing = (card: Card): boolean =>
  card.postGone !== true && card.postFixed !== true && card.shown !== cardRevision(card);
