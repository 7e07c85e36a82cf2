import type {Card} from './card.js';
import type {EventKind, MeetingEvent} from './events.js';
import {FACT_FIELDS, FACTS, type FoldedKind} from './facts.js';
import {isSameValue} from './same-value.js';
import {standingOf} from './standing.js';

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
  const standing = standingOf(card, event);
  if (standing === 'another') return card;
  const before = standing === 'earlier' ? unbound(card) : card;
  const folded = FACTS.reduce<Card>((sum, fact) => ({...sum, ...fold(fact, before, event)}), before);
  return isSameValue(card, folded) ? card : folded;
}

const fold = <K extends EventKind>({on}: Folding, card: Card, event: MeetingEvent<K>): Partial<Card> =>
  on[event.kind]?.(card, event) ?? {};

/** Whether the event is this card's: a number has many occurrences, and a card follows one of them. */
export const isAbout = (card: Card, event: MeetingEvent): boolean => standingOf(card, event) !== 'another';

/** Knows nothing of any occurrence; that it was closed, and what is planned, is said of the card. */
const unbound = (card: Card): Card => ({
  ...card,
  ...Object.fromEntries(Object.keys(FACT_FIELDS).map((name) => [name, undefined])),
  cancelledAt: card.cancelledAt,
  expiredAt: card.expiredAt,
  plan: card.plan,
  withdrawnAt: card.withdrawnAt,
});
