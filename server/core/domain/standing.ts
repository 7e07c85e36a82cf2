import {kindOf} from './card-kind.js';
import {type Card, cardEnd, cardStart} from './card.js';
import {happenedAt, isInside, type MeetingEvent, type Named, namedBy} from './events.js';
import {slotOf} from './slot.js';

/**
 * How an event stands to a card: about what it follows · about an occurrence that began earlier, and that the card was
 * opened for therefore · about another one.
 */
export type Standing = 'its' | 'earlier' | 'another';

/** A number has many occurrences, and a card follows one of them: the first that begins in its time. */
export function standingOf(card: Card, event: MeetingEvent): Standing {
  if (!isNamed(card, namedBy(event))) return 'another';
  if (event.kind === 'closed') return event.cardId === card.id ? 'its' : 'another';
  if (event.kind === 'planned') return its(kindOf(card).isPlanned && event.cardId === card.id);
  if (event.kind === 'withdrawn') return its(kindOf(card).isPlanned);
  if (kindOf(card).isUsedAgain) return standingAmongOthers(card, event);
  return isOfNumber(card, event) ? 'its' : 'another';
}

/** Whether it is about this card's number, and about nobody else's host or account. */
export const isNamed = ({meeting}: Card, {number, hostId, accountId}: Named): boolean =>
  number === meeting.number && !differ(meeting.hostId, hostId) && !differ(meeting.accountId, accountId);

const differ = (ours: string | undefined, theirs: string | undefined): boolean =>
  ours !== undefined && theirs !== undefined && ours !== theirs;

/**
 * Whether other meetings may run under the number: it is personal or planned, or the card was made of a post, of which
 * nobody knows whether it is.
 */
export const mayBeUsedAgain = (card: Card): boolean =>
  kindOf(card).isUsedAgain || card.meeting.hostId === undefined;

/** Of a number that was made for the card: Zoom's promise of a UUID counts, since clocks may differ. */
function isOfNumber(card: Card, event: MeetingEvent): boolean {
  const {uuid} = namedBy(event);
  if (uuid !== undefined) {
    if (card.occurrence !== undefined) return uuid === card.occurrence;
    if (uuid === card.meeting.uuid) return true;
  }
  const isFollowed = uuid === undefined && card.occurrence !== undefined && event.kind !== 'unknown';
  if (isFollowed && mayBeUsedAgain(card)) return isWhileItRuns(card, event);
  // Nothing names the occurrence: what was over before the card existed was an earlier one.
  return happenedAt(event) >= card.openedAt;
}

/**
 * Of a personal meeting ID, and of what was scheduled: other meetings under the number are none of the channel's
 * business. An occurrence that ran when the card was opened has its UUID; any other has to begin within the card's
 * time, by Zoom's clock.
 */
function standingAmongOthers(card: Card, event: MeetingEvent): Standing {
  const {uuid} = namedBy(event);
  const known = card.occurrence ?? card.meeting.uuid;
  if (uuid !== undefined && uuid === known) return 'its';
  if (uuid === undefined && event.kind === 'unknown') return its(event.receivedAt >= card.openedAt);
  // Zoom was asked about one occurrence, and its answer tells of no other.
  if (event.kind === 'unknown' || event.kind === 'attended') return 'another';
  const start = cardStart(card);
  if (start === undefined && known === undefined) return its(isInTime(card, event));
  if (uuid === undefined) return its(isWhileItRuns(card, event));
  const began = beganBy(event);
  const isFirst = began !== undefined && start !== undefined && began < start;
  return isFirst && card.meeting.uuid === undefined && isInTime(card, event) ? 'earlier' : 'another';
}

const its = (isIts: boolean): Standing => (isIts ? 'its' : 'another');

/** A time at which its occurrence is known to run, or to have begun; `undefined`: it does not say. */
function beganBy(event: MeetingEvent): number | undefined {
  switch (event.kind) {
    case 'started':
      return event.startedAt ?? event.receivedAt;
    case 'ended':
      return event.startedAt;
    case 'joined':
      return isInside(event.where) ? happenedAt(event) : undefined;
    default:
      return undefined;
  }
}

/** Nobody waits for ever, nor for what was called off. */
function isInTime(card: Card, event: MeetingEvent): boolean {
  const at = event.kind === 'ended' ? event.startedAt : happenedAt(event);
  if (at === undefined) return false;
  const since = isByOurClock(event) ? card.openedAt : opened(card);
  const calledOff = card.cancelledAt === undefined ? Infinity : card.cancelledAt - card.openedAt;
  const {from, to} = slotOf(card, since);
  return at >= from && at < to && at - since < calledOff;
}

/** By Zoom's clock. */
const opened = ({meeting, openedAt}: Card): number => meeting.since ?? openedAt;

/** It names no time of Zoom's, and that of its receipt counts. */
function isByOurClock(event: MeetingEvent): boolean {
  if (event.kind === 'started') return event.startedAt === undefined;
  return (event.kind === 'joined' || event.kind === 'left') && event.at === undefined;
}

/** Without a UUID, its times tell. */
function isWhileItRuns(card: Card, event: MeetingEvent): boolean {
  const [start = Infinity, end = Infinity] = [cardStart(card), cardEnd(card)];
  const at = happenedAt(event);
  if (event.kind !== 'started' && event.kind !== 'ended') return at >= start && at <= end;
  if (event.startedAt !== undefined) return event.startedAt <= start && at >= opened(card);
  return event.kind === 'ended' && at >= start && [at, Infinity].includes(end);
}
