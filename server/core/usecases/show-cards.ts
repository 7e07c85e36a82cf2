import type {Card} from '../domain/card.js';
import type {CardsOfNumber} from '../ports/cards.js';
import {needsShowing} from './card-revision.js';
import type {ShowCard} from './show-card.js';

/** 'not-shown': Mattermost did not take all of them just now. Rejects when the store fails. */
export type ShowCards = (stored: CardsOfNumber) => Promise<'shown' | 'not-shown'>;

/** Brings every post of a meeting to what its card says, and notes what the posts show. */
export const createShowCards =
  ({showCard}: {showCard: ShowCard}): ShowCards =>
  async (stored) => {
    const shown = new Map<string, Card>();
    let complete = true;
    for (const card of stored.cards.filter(needsShowing)) {
      const outcome = await showCard(card);
      if (outcome.kind === 'failed') complete = false;
      else shown.set(card.id, outcome.card);
    }
    if (shown.size > 0) {
      await stored.update((card) => {
        const now = shown.get(card.id);
        return now === undefined ? card : {...card, shown: now.shown, postGone: now.postGone};
      });
    }
    return complete ? 'shown' : 'not-shown';
  };
