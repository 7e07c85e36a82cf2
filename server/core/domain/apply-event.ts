import type {Card} from './card.js';

/** Something Zoom said about one occurrence of a meeting. Times: ms since the epoch. */
export interface MeetingEvent {
  /** unknown: Zoom was asked, and no longer knows the meeting. */
  kind: 'started' | 'ended' | 'unknown';
  /** Meeting number, digits only. */
  number: string;
  uuid?: string | undefined;
  hostId?: string | undefined;
  accountId?: string | undefined;
  startedAt?: number | undefined;
  endedAt?: number | undefined;
  receivedAt: number;
}

/**
 * Folds an event into a card. Pure, total and idempotent; the events of one occurrence give the same card in any
 * order and any repetition. An event that is not this card's returns the very same card.
 */
export function applyEvent(card: Card, event: MeetingEvent): Card {
  if (!isAbout(card, event)) return card;
  const folded: Card = {
    ...card,
    occurrence: card.occurrence ?? event.uuid,
    startedAt: pick(Math.min, card.startedAt, event.startedAt),
    endedAt: pick(Math.max, card.endedAt, event.endedAt),
    startReceivedAt: pick(Math.min, card.startReceivedAt, receipt(event, 'started', event.startedAt)),
    endReceivedAt: pick(Math.min, card.endReceivedAt, receipt(event, 'ended', event.endedAt)),
    unknownSince: pick(Math.min, card.unknownSince, receipt(event, 'unknown', undefined)),
    unknownAt: pick(Math.max, card.unknownAt, receipt(event, 'unknown', undefined)),
  };
  return isSame(card, folded) ? card : folded;
}

/** Whether the event is this card's: a number has many occurrences, and a card follows one of them. */
export function isAbout(card: Card, event: MeetingEvent): boolean {
  if (event.number !== card.meeting.number) return false;
  if (differ(card.meeting.hostId, event.hostId) || differ(card.meeting.accountId, event.accountId))
    return false;
  if (event.uuid !== undefined) {
    if (card.occurrence !== undefined) return event.uuid === card.occurrence;
    if (event.uuid === card.meeting.uuid) return true;
  }
  // Nothing names the occurrence: what was over before the card existed was an earlier one.
  return (event.endedAt ?? event.startedAt ?? event.receivedAt) >= card.openedAt;
}

/** The time of receipt stands in only where the payload had no time of its own. */
const receipt = (
  event: MeetingEvent,
  kind: MeetingEvent['kind'],
  payloadTime: number | undefined,
): number | undefined => (event.kind === kind && payloadTime === undefined ? event.receivedAt : undefined);

const differ = (ours: string | undefined, theirs: string | undefined): boolean =>
  ours !== undefined && theirs !== undefined && ours !== theirs;

function pick(
  choose: (a: number, b: number) => number,
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return choose(a, b);
}

const FOLDED = [
  'occurrence',
  'startedAt',
  'endedAt',
  'startReceivedAt',
  'endReceivedAt',
  'unknownSince',
  'unknownAt',
] as const;

const isSame = (a: Card, b: Card): boolean => FOLDED.every((field) => a[field] === b[field]);
