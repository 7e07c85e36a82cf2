import type {Card} from '../domain/card.js';
import {type Chat, ChatError} from '../ports/chat.js';
import type {Logger} from '../ports/logger.js';
import type {Translate} from '../ports/texts.js';
import {cardRevision} from './card-revision.js';
import {renderCard} from './render-card.js';

/** `card` remembers what its post shows now; 'failed': Mattermost may take it later. */
export type ShowOutcome = {kind: 'shown'; card: Card} | {kind: 'failed'};

export type ShowCard = (card: Card) => Promise<ShowOutcome>;

/** Brings the post to what the card says. Repeating it is harmless. */
export const createShowCard =
  (deps: {chat: Chat; logger: Logger; translate: Translate}): ShowCard =>
  async (card) => {
    try {
      const result = await deps.chat.rewritePost(card.postId, () => renderCard(card, deps.translate));
      if (result === 'rewritten') return {kind: 'shown', card: {...card, shown: cardRevision(card)}};
      return {kind: 'shown', card: {...card, postGone: true}};
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      deps.logger.warn('Mattermost did not take the new state of a meeting card', {
        postId: card.postId,
        error: error.message,
      });
      // Refused for good, for example because the channel was archived: asking again would not help.
      return error.kind === 'refused'
        ? {kind: 'shown', card: {...card, shown: cardRevision(card)}}
        : {kind: 'failed'};
    }
  };
