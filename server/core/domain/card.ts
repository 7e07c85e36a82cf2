import * as z from 'zod';
import {isOverState, type ZoomCardProp} from '../../../contract/post-props.js';
import {CARD_KINDS, kindOf} from './card-kind.js';
import {FACT_FIELDS} from './facts.js';
import {slotOf} from './slot.js';

/** What stands behind a card in Zoom, whatever its kind, as Zoom answered when it was created. */
export const cardMeetingSchema = z.object({
  number: z.string(),
  /** UUID of the occurrence to come: a hint. Of a number that is used again: of the one that ran already, alone. */
  uuid: z.string().optional(),
  hostId: z.string().optional(),
  accountId: z.string().optional(),
  joinUrl: z.string(),
  /**
   * Of a number that is used again: when nothing ran under it yet, by Zoom's clock, whose times are in whole
   * seconds (ms since the epoch).
   */
  since: z.number().optional(),
  /** Only where the link does not carry it. */
  passcode: z.string().optional(),
});

export type CardMeeting = z.infer<typeof cardMeetingSchema>;

/**
 * What a card is made of: everything that its post shows follows from this. Times: ms since the epoch. A stored
 * card may have more fields than these, of a newer version: a card is changed by `{...card, field}`, and never built
 * anew from the fields that are known here.
 */
export const cardSchema = z.object({
  /** Of the intent that it came from; it stands in the post too. */
  id: z.string(),
  /** Missing: an instant meeting. A kind of a later version is that version's: this one leaves the card alone. */
  kind: z.enum(CARD_KINDS).optional(),
  postId: z.string(),
  channelId: z.string(),
  rootId: z.string(),
  host: z.object({userId: z.string(), username: z.string(), name: z.string()}),
  topic: z.string(),
  /** Nobody gave it a topic: it has the one that the server gives in its own language. */
  hasDefaultTopic: z.literal(true).optional(),
  meeting: cardMeetingSchema,
  /** What whoever brought it here wrote for this channel alone; a title stands for the topic. */
  local: z.object({title: z.string().optional(), description: z.string().optional()}).optional(),
  openedAt: z.number(),
  /** Fingerprint of what the post shows; empty or of another version: it is shown again. */
  shown: z.string(),
  /** Set when the post was deleted: there is nothing to show any more. */
  postGone: z.literal(true).optional(),
  /** Set when the post is somebody else's and may not be changed: it stays as it was at first. */
  postFixed: z.literal(true).optional(),
  /** Since when the bot has not been in the channel any more; the host was told then. */
  unseenSince: z.number().optional(),
  /** When the host was told that somebody is there without them. */
  arrivalToldAt: z.number().optional(),
  ...FACT_FIELDS,
});

export type Card = z.infer<typeof cardSchema>;

/** unknown: nobody has seen it start, and Zoom no longer knows it. */
export type CardState = ZoomCardProp['state'];

/** If Zoom does not know a meeting the first time, the meeting may only be too new. */
const UNKNOWN_TWICE_MS = 60_000;

export const cardStart = (card: Card): number | undefined => card.startedAt ?? card.startReceivedAt;
/** `undefined` also where it is only known to be over. */
export const cardEnd = (card: Card): number | undefined => card.endedAt ?? card.endReceivedAt;

export function cardState(card: Card): CardState {
  if (kindOf(card).isShared) return 'shared';
  if (cardEnd(card) !== undefined) return 'ended';
  const start = cardStart(card);
  const {unknownSince, unknownAt} = card;
  if (start === undefined && card.cancelledAt !== undefined) return 'cancelled';
  if (start === undefined && hasExpired(card)) return 'expired';
  if (start === undefined && isWithdrawn(card)) return 'cancelled';
  if (start !== undefined) return unknownAt !== undefined && unknownAt >= start ? 'ended' : 'live';
  if (unknownSince === undefined || unknownAt === undefined) return 'waiting';
  return unknownAt - unknownSince >= UNKNOWN_TWICE_MS ? 'unknown' : 'waiting';
}

/** Its meeting was deleted in Zoom, which has not said since that there is one. */
export const isWithdrawn = ({withdrawnAt, plan}: Card): boolean =>
  withdrawnAt !== undefined && withdrawnAt >= (plan?.toldAt ?? 0);

/** Nobody began it in its time; it may have got a later one since. */
const hasExpired = (card: Card): boolean =>
  card.expiredAt !== undefined &&
  (!kindOf(card).isPlanned || card.expiredAt >= slotOf(card, card.openedAt).to);

/** There is nothing left to join. */
export const isOver = (card: Card): boolean => isOverState(cardState(card));

/** It was closed before its meeting began, so that Zoom has nothing to tell of one. */
export const isClosed = (card: Card): boolean => ['cancelled', 'expired'].includes(cardState(card));
