import {attendance} from './attendance.js';
import {type Card, cardEnd, isOver} from './card.js';
import {latest} from './facts/known-times.js';

/** Longer than Zoom sends again what nobody answered, and than we ask it about what was missed. */
const SETTLED_MS = 24 * 60 * 60 * 1000;

/**
 * A card that was over a day ago keeps of its people what it shows of them: it looks the same before and after. A
 * personal meeting ID has twenty cards in a row, and each event of the number reads all of them.
 */
export function settleCard(card: Card, now: number): Card {
  const overAt = latest(cardEnd(card), card.unknownAt, card.cancelledAt, card.expiredAt, card.withdrawnAt);
  const isSettled = isOver(card) && overAt !== undefined && now - overAt > SETTLED_MS;
  if (card.stays === undefined || !isSettled) return card;
  return {...card, stays: undefined, attendees: attendance(card).tookPart};
}
