import {type Card, cardState, isOver} from '../domain/card.js';
import type {ExistingMeeting} from '../domain/existing-meeting.js';
import type {Intent} from '../domain/intent.js';
import {givenTopic} from '../domain/topic.js';
import type {Cards} from '../ports/cards.js';
import type {Intents} from '../ports/intents.js';
import {advisoryCard} from './advisory-card.js';
import type {StartOutcome} from './start-outcome.js';

/** The meeting of a card, as the answer to another start. */
export const existingOf = (card: Card): ExistingMeeting => ({
  provider: 'Zoom',
  topic: givenTopic(card),
  isLive: cardState(card) === 'live',
  hostName: card.host.name,
  openedAt: card.openedAt,
  joinUrl: card.meeting.joinUrl,
  postId: card.postId || undefined,
});

/** The meeting of a start that has no card yet. */
export const described = (intent: Intent): ExistingMeeting => ({
  provider: 'Zoom',
  topic: givenTopic(intent),
  isLive: false,
  hostName: intent.name,
  openedAt: intent.openedAt,
  joinUrl: intent.meeting?.joinUrl,
  postId: undefined,
});

/** `undefined`: its meeting is already over, so nobody is sent there. */
export async function alreadyStarted(
  {cards, intents}: {cards: Cards; intents: Intents},
  intent: Intent,
): Promise<StartOutcome | undefined> {
  const card = await advisoryCard(cards, intent);
  if (card !== undefined && isOver(card)) {
    intents.drop(intent);
    return undefined;
  }
  return {kind: 'already-started', existing: card === undefined ? described(intent) : existingOf(card)};
}
