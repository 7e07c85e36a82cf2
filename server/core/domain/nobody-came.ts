import {type Card, cardState} from './card.js';
import {kindOf} from './card-kind.js';

/** For so long a card waits for a meeting under a personal ID. What begins later is no longer what was announced. */
export const NOBODY_CAME_AFTER_MS = 60 * 60_000;

/** Whether a card is to be closed because nobody began its meeting: its number is in use for others, too. */
export const nobodyCame = (card: Card, now: number): boolean =>
  kindOf(card).isPersonal && cardState(card) === 'waiting' && now - card.openedAt >= NOBODY_CAME_AFTER_MS;
