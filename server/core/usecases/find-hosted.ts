import {type Card, isOver} from '../domain/card.js';
import {givenTopic} from '../domain/topic.js';
import {personRefusal} from '../domain/who-may-start.js';
import type {Cards} from '../ports/cards.js';
import type {Chat} from '../ports/chat.js';
import {findCard, type NamedCard} from './find-card.js';

/** Somebody's card, as named by them or by their button. */
export interface HostedCard extends NamedCard {
  userId: string;
}

export type HostedOutcome =
  /** `topic`: '' where nobody gave one. */
  | {kind: 'hosted'; card: Card; topic: string}
  | {kind: 'ended'}
  /** The card is not this person's. */
  | {kind: 'not-the-host'}
  /** They could not start a meeting any more, or are no longer in the card's channel. */
  | {kind: 'no-access'};

/** Rejects with what cards and chat reject with. */
export type FindHosted = (card: HostedCard) => Promise<HostedOutcome>;

interface FindHostedDeps {
  cards: Cards;
  chat: Pick<Chat, 'user' | 'isMember'>;
}

/** Whether the person may start the meeting as its host now, as far as we know without asking Zoom. */
export const createFindHosted =
  ({cards, chat}: FindHostedDeps): FindHosted =>
  async ({userId, ...named}) => {
    const card = await findCard(cards, named);
    if (card?.host.userId !== userId) return {kind: 'not-the-host'};
    const [user, isMember] = await Promise.all([chat.user(userId), chat.isMember(card.channelId, userId)]);
    if (user === undefined || personRefusal(user) !== undefined || !isMember) return {kind: 'no-access'};
    return isOver(card) ? {kind: 'ended'} : {kind: 'hosted', card, topic: givenTopic(card)};
  };
