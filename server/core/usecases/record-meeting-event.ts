import {applyEvent, isAbout} from '../domain/apply-event.js';
import {type Card, cardState, isOver} from '../domain/card.js';
import {type MeetingEvent, namedBy} from '../domain/events.js';
import type {Cards, CardsOfNumber} from '../ports/cards.js';
import type {AdoptOfficialCard} from './adopt-official-card.js';
import type {AwaitStart} from './await-start.js';
import type {KeyedQueue} from '../ports/keyed-queue.js';
import type {ShowCards} from './show-cards.js';

export type RecordOutcome =
  /**
   * Folded into its card or already known. The post shows it or what came later, or nobody can show it any more; what
   * is told of people is shown beside the answer.
   */
  | {kind: 'recorded'}
  | {kind: 'unknown-meeting'}
  /**
   * On record, but Mattermost did not give or take the post as things are: a job or the next touch shows what is known.
   * Or the meeting is just being started, and has no card yet.
   */
  | {kind: 'not-shown'};

export type RecordMeetingEvent = (event: MeetingEvent) => Promise<RecordOutcome>;

/** Of these there may be many at a time, and Zoom need not wait until each of them is shown. */
export type PeopleEvent = MeetingEvent<'joined' | 'left'>;

interface RecordMeetingEventDeps {
  cards: Cards;
  showCards: ShowCards;
  /** Somebody came or went, and the cards of the meeting know it now. */
  peopleChanged: (event: PeopleEvent, cards: readonly Card[]) => void;
  /** Called when a meeting is to be looked at that nobody looks at any more, or not early enough. */
  watchAgain: (number: string) => void;
  /** Called with the cards that have begun. */
  begun: (card: Card) => void;
  /** Called when a post lags behind its card: Mattermost did not take it. */
  leftUnshown: (number: string) => void;
  adoptOfficialCard: AdoptOfficialCard;
  awaitStart: AwaitStart;
  /** Resolves when no card of this meeting is about to be written. */
  settled: (number: string) => Promise<void>;
  /** One change of a meeting's cards at a time in this process; other processes are held off by compare-and-set. */
  queue: KeyedQueue;
}

/**
 * Folds what Zoom said into the cards of that meeting, and waits until their posts show it, unless it is about people.
 * Rejects when the store fails.
 */
export const createRecordMeetingEvent =
  (deps: RecordMeetingEventDeps): RecordMeetingEvent =>
  async (event) => {
    await deps.settled(event.number);
    const outcome = await deps.queue.run(event.number, () => fold(deps, event));
    if (outcome.kind !== 'folded') return outcome;
    const showing = await outcome.showing;
    if (showing !== 'shown') deps.leftUnshown(event.number);
    return {kind: showing === 'shown' ? 'recorded' : 'not-shown'};
  };

/** On record, and on its way to the posts: the next event of the meeting need not wait for them. */
interface Folded {
  kind: 'folded';
  showing: ReturnType<ShowCards>;
}

async function fold(deps: RecordMeetingEventDeps, event: MeetingEvent): Promise<Folded | RecordOutcome> {
  const stored = await cardsFor(deps, event);
  if (stored === 'not-now') return {kind: 'not-shown'};
  const isMissing = stored.unreadable !== undefined && !stored.cards.some((card) => isAbout(card, event));
  if (isMissing) throw stored.unreadable;
  if (stored.cards.length === 0) return {kind: 'unknown-meeting'};
  const folded = await stored.update((card) => applyEvent(card, event));
  const isNewlyOn = (card: Card): boolean =>
    isAbout(card, event) && (wasGivenUp(card) || isMoved(stored, card));
  if (folded.cards.some(isNewlyOn)) deps.watchAgain(event.number);
  for (const card of folded.cards.filter((one) => hasBegun(stored, one))) deps.begun(card);
  if (event.kind !== 'joined' && event.kind !== 'left')
    return {kind: 'folded', showing: deps.showCards(folded)};
  deps.peopleChanged(event, folded.cards);
  return {kind: 'recorded'};
}

/** It had been closed, or Zoom had not known it; then it began. */
const wasGivenUp = (card: Card): boolean =>
  cardState(card) === 'live' &&
  (card.cancelledAt ?? card.expiredAt ?? card.withdrawnAt ?? card.unknownAt) !== undefined;

function hasBegun(before: CardsOfNumber, card: Card): boolean {
  const was = before.cards.find(({id}) => id === card.id);
  return was !== undefined && cardState(was) !== 'live' && cardState(card) === 'live';
}

/** It waits for another time than before, or waits again. */
function isMoved(before: CardsOfNumber, card: Card): boolean {
  const was = before.cards.find(({id}) => id === card.id);
  if (was === undefined || was === card || cardState(card) !== 'waiting') return false;
  return isOver(was) || was.plan?.startsAt !== card.plan?.startsAt;
}

const hasMore = (now: CardsOfNumber, before: CardsOfNumber): boolean =>
  now.cards.some(({id}) => !before.cards.some((card) => card.id === id));

async function cardsFor(
  deps: RecordMeetingEventDeps,
  event: MeetingEvent,
): Promise<CardsOfNumber | 'not-now'> {
  const stored = await deps.cards.ofNumber(event.number);
  if (stored.cards.some((card) => isAbout(card, event)) || stored.unreadable !== undefined) return stored;
  if (stored.cards.length === 0) {
    const adoption = await deps.adoptOfficialCard(namedBy(event));
    if (adoption === 'not-now') return adoption;
    if (adoption === 'adopted') return deps.cards.ofNumber(event.number);
  }
  // A number that is used again has other cards, too.
  if (!(await deps.awaitStart(event.number, stored.cards))) return stored;
  const now = await deps.cards.ofNumber(event.number);
  return now.unreadable !== undefined || hasMore(now, stored) ? now : 'not-now';
}
