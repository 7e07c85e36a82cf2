import {type Card, cardState} from './card.js';
import {kindOf} from './card-kind.js';
import {slotOf} from './slot.js';

/** Whether a card is to be closed because nobody began its meeting: its number is in use for others, too. */
export const nobodyCame = (card: Card, now: number): boolean =>
  kindOf(card).isUsedAgain && cardState(card) === 'waiting' && now >= slotOf(card, card.openedAt).to;
