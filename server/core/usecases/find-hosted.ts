import {type Card, isOver} from '../domain/card.js';
import {givenTopic} from '../domain/topic.js';
import type {Cards} from '../ports/cards.js';

/** Somebody's card, as named by them or by their button. */
export interface HostedCard {
  userId: string;
  cardId: string;
  number: string;
}

export type HostedOutcome =
  /** `topic`: '' where nobody gave one. */
  | {kind: 'hosted'; card: Card; topic: string}
  | {kind: 'ended'}
  /** The card is not this person's. */
  | {kind: 'not-the-host'};

export type FindHosted = (card: HostedCard) => Promise<HostedOutcome>;

/** Whether the person may start the meeting as its host, as far as we know without asking Zoom. */
export const createFindHosted =
  ({cards}: {cards: Cards}): FindHosted =>
  async ({userId, cardId, number}) => {
    const stored = await cards.ofNumber(number);
    const card = stored.cards.find(({id}) => id === cardId);
    if (card === undefined && stored.unreadable !== undefined) throw stored.unreadable;
    if (card?.host.userId !== userId) return {kind: 'not-the-host'};
    return isOver(card) ? {kind: 'ended'} : {kind: 'hosted', card, topic: givenTopic(card)};
  };
