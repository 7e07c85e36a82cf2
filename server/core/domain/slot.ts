import {type CardKind, kindOf} from './card-kind.js';
import type {Plan} from './plan.js';

const HOUR_MS = 60 * 60_000;

/** For so long a card waits for a meeting under a personal ID. What begins later is no longer what was announced. */
export const NOBODY_CAME_AFTER_MS = HOUR_MS;
/** Hosts come early; a trial on the day before is not the meeting. */
const EARLY_MS = HOUR_MS;
/** For so long beyond its planned end. */
export const LATE_MS = HOUR_MS;
/** Where no time was planned. */
const ANY_TIME_MS = 24 * HOUR_MS;

/** When an occurrence has to begin, to be the one that a card was posted for. Times: ms since the epoch. */
export interface Slot {
  from: number;
  /** It begins before that. */
  to: number;
}

interface Slotted {
  kind?: CardKind | undefined;
  plan?: Plan | undefined;
}

/**
 * The time within which a card finds its occurrence, where its number has others before and after.
 *
 * @param opened when the card was posted, by the clock by which it is asked.
 */
export function slotOf(card: Slotted, opened: number): Slot {
  if (!kindOf(card).isPlanned) return {from: opened, to: opened + NOBODY_CAME_AFTER_MS};
  const {startsAt, minutes = 0} = card.plan ?? {};
  if (startsAt === undefined) return {from: opened, to: opened + ANY_TIME_MS};
  return {from: Math.max(opened, startsAt - EARLY_MS), to: startsAt + minutes * 60_000 + LATE_MS};
}
