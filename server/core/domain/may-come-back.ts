import {kindOf} from './card-kind.js';
import {type Card, cardState, cardStart} from './card.js';

/**
 * Whether a card that is over may wait again: its meeting was deleted in Zoom, where that can be taken back, or nobody
 * came and its host may put it off. Of a series, the next one is another card's.
 */
export const mayComeBack = (card: Card): boolean => {
  if (!kindOf(card).isPlanned || cardStart(card) !== undefined || card.cancelledAt !== undefined)
    return false;
  const state = cardState(card);
  return state === 'cancelled' || (state === 'expired' && card.plan?.isSeries !== true);
};
