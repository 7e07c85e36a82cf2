import type {Card} from './card.js';
import {type EventKind, happenedAt, type MeetingEvent, type Named, namedBy} from './events.js';
import {FACTS, type FoldedKind} from './facts.js';
import {isSameValue} from './same-value.js';

/** A fact among others: it sees the whole card, and answers with its own fields. */
interface Folding {
  on: {[K in EventKind]?: (card: Card, event: MeetingEvent<K>) => Partial<Card>};
}

/**
 * Folds an event into a card. Pure, total and idempotent; the events of one occurrence give the same card in any
 * order and any repetition. An event that is not this card's, or says nothing new, returns the very same card. A kind
 * of event that no fact folds does not compile.
 */
export function applyEvent(card: Card, event: MeetingEvent<FoldedKind>): Card {
  if (!isAbout(card, event)) return card;
  const folded = FACTS.reduce<Card>((sum, fact) => ({...sum, ...fold(fact, card, event)}), card);
  return isSameValue(card, folded) ? card : folded;
}

const fold = <K extends EventKind>({on}: Folding, card: Card, event: MeetingEvent<K>): Partial<Card> =>
  on[event.kind]?.(card, event) ?? {};

/** Whether the event is this card's: a number has many occurrences, and a card follows one of them. */
export function isAbout(card: Card, event: MeetingEvent): boolean {
  const named = namedBy(event);
  if (!isNamed(card, named)) return false;
  if (event.kind === 'closed') return event.cardId === card.id;
  if (named.uuid !== undefined) {
    if (card.occurrence !== undefined) return named.uuid === card.occurrence;
    if (named.uuid === card.meeting.uuid) return true;
  }
  // Nothing names the occurrence: what was over before the card existed was an earlier one.
  return happenedAt(event) >= card.openedAt;
}

/** Whether it is about this card's number, and about nobody else's host or account. */
export const isNamed = ({meeting}: Card, {number, hostId, accountId}: Named): boolean =>
  number === meeting.number && !differ(meeting.hostId, hostId) && !differ(meeting.accountId, accountId);

const differ = (ours: string | undefined, theirs: string | undefined): boolean =>
  ours !== undefined && theirs !== undefined && ours !== theirs;
