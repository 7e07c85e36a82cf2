import type {Card} from '../domain/card.js';
import type {Intent} from '../domain/intent.js';
import type {Cards} from '../ports/cards.js';
import {hasCode} from '../ports/port-error.js';

/**
 * The card that an intent has led to, for callers who only want to advise: one that cannot be read keeps nobody from
 * starting another meeting. Rejects when the store fails.
 */
export async function advisoryCard(cards: Cards, {id, meeting}: Intent): Promise<Card | undefined> {
  if (meeting === undefined) return undefined;
  try {
    return (await cards.ofNumber(meeting.number)).cards.find((card) => card.id === id);
  } catch (error) {
    if (hasCode(error, 'record-unreadable')) return undefined;
    throw error;
  }
}
