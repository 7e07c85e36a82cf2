import {applyEvent, type MeetingEvent} from '../domain/apply-event.js';
import {type Card, needsShowing} from '../domain/card.js';
import type {Cards, CardsOfMeeting} from '../ports/cards.js';
import type {AdoptOfficialCard} from './adopt-official-card.js';
import type {KeyedQueue} from './keyed-queue.js';
import type {ShowCard} from './show-card.js';

export type RecordOutcome =
  /** Folded into its card or already known; the post shows it, or will never show anything again. */
  | {kind: 'recorded'}
  | {kind: 'unknown-meeting'}
  /** Mattermost did not give or take the post just now: the next touch shows what is known. */
  | {kind: 'not-shown'};

export type RecordMeetingEvent = (event: MeetingEvent) => Promise<RecordOutcome>;

interface RecordMeetingEventDeps {
  cards: Cards;
  showCard: ShowCard;
  adoptOfficialCard: AdoptOfficialCard;
  /** Resolves when no card of this meeting is about to be written. */
  settled: (number: string) => Promise<void>;
  /** One event of a meeting at a time in this process; other processes are held off by compare-and-set. */
  queue: KeyedQueue;
}

/** Folds what Zoom said into the cards of that meeting, then shows what changed. Rejects when the store fails. */
export const createRecordMeetingEvent =
  (deps: RecordMeetingEventDeps): RecordMeetingEvent =>
  async (event) => {
    await deps.settled(event.number);
    return deps.queue.run(event.number, async () => {
      const stored = await cardsFor(deps, event);
      if (stored === 'not-now') return {kind: 'not-shown'};
      if (stored.cards.length === 0) return {kind: 'unknown-meeting'};
      const folded = await stored.update((card) => applyEvent(card, event));
      return showAll(deps, folded);
    });
  };

async function cardsFor(
  deps: RecordMeetingEventDeps,
  event: MeetingEvent,
): Promise<CardsOfMeeting | 'not-now'> {
  const stored = await deps.cards.ofMeeting(event.number);
  if (stored.cards.length > 0) return stored;
  const adoption = await deps.adoptOfficialCard(event);
  if (adoption === 'not-now') return adoption;
  return adoption === 'adopted' ? deps.cards.ofMeeting(event.number) : stored;
}

async function showAll(deps: RecordMeetingEventDeps, stored: CardsOfMeeting): Promise<RecordOutcome> {
  const shown = new Map<string, Card>();
  let complete = true;
  for (const card of stored.cards.filter(needsShowing)) {
    const outcome = await deps.showCard(card);
    if (outcome.kind === 'failed') complete = false;
    else shown.set(card.id, outcome.card);
  }
  if (shown.size > 0) {
    await stored.update((card) => {
      const now = shown.get(card.id);
      return now === undefined ? card : {...card, shown: now.shown, postGone: now.postGone};
    });
  }
  return {kind: complete ? 'recorded' : 'not-shown'};
}
