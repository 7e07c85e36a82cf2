import {kindOf} from '../../domain/card-kind.js';
import {type Card, isOver} from '../../domain/card.js';
import {wayIn} from './way-in.js';

/**
 * Whether the join page may lead into the meeting of a card: not of a link that somebody shared, of which nobody here
 * is the host; not where each person registers first, and gets a link of their own from Zoom.
 */
export const joinsInBrowser = (card: Card): boolean =>
  !isOver(card) && !kindOf(card).isShared && !wayIn(card).isRegistration;
