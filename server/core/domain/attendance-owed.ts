import {kindOf} from './card-kind.js';
import {type Card, cardEnd, cardState} from './card.js';

/** Zoom's data about past meetings lag by minutes. What it has not told by then, it will not tell. */
const OWED_FOR_MS = 15 * 60_000;

/**
 * The occurrence of which Zoom is to be asked who took part: its end had to be found out, so that comings and goings
 * were lost with it, or nobody is known. `undefined`: nothing is to be asked.
 */
export function attendanceOwed(card: Card, now: number): string | undefined {
  // Of a webinar, people are only counted, as they come.
  if (kindOf(card).isWebinar) return undefined;
  if (cardState(card) !== 'ended' || card.postGone === true || card.attendedAt !== undefined)
    return undefined;
  const foundAt = card.endFoundAt ?? card.unknownAt;
  if (foundAt === undefined && card.stays !== undefined) return undefined;
  const since = foundAt ?? cardEnd(card) ?? now;
  return now - since < OWED_FOR_MS ? (card.occurrence ?? card.meeting.uuid) : undefined;
}
