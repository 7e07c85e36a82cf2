import {cardState} from '../domain/card.js';
import type {SecretText} from '../domain/secret-text.js';
import type {Cards} from '../ports/cards.js';
import type {Zoom} from '../ports/zoom.js';

export type StartLinkOutcome =
  | {kind: 'link'; link: SecretText; topic: string}
  | {kind: 'ended'}
  /** The card is not this person's. */
  | {kind: 'not-the-host'};

export type GetStartLink = (input: {
  userId: string;
  cardId: string;
  number: string;
  signal: AbortSignal;
}) => Promise<StartLinkOutcome>;

/** The host's own way in, fetched at the moment it is asked for and kept nowhere. */
export const createGetStartLink =
  ({cards, zoom}: {cards: Cards; zoom: Zoom}): GetStartLink =>
  async ({userId, cardId, number, signal}) => {
    const stored = await cards.ofMeeting(number);
    const card = stored.cards.find(({id}) => id === cardId);
    if (card?.host.userId !== userId) return {kind: 'not-the-host'};
    if (cardState(card) === 'ended') return {kind: 'ended'};
    const link = await zoom.startLink(number, signal);
    return link === undefined ? {kind: 'ended'} : {kind: 'link', link, topic: card.topic};
  };
