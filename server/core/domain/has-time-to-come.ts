import type {ToldPlan} from './plan-of.js';
import {LATE_MS} from './slot.js';
import {zoomTime} from './zoom-time.js';

/** Zoom's numbers for what is held more than once at no fixed times; and at fixed ones. */
const AT_ANY_TIME = [3, 6];
const AT_TIMES = [8, 9];

/**
 * Whether Zoom has planned another occurrence after one that ended at `end`, and its time is not over. Times: ms since
 * the epoch.
 */
export function hasTimeToCome(
  {type = 0, duration = 0, occurrences = []}: ToldPlan,
  end: number,
  now: number,
): boolean {
  if (AT_ANY_TIME.includes(type)) return true;
  if (!AT_TIMES.includes(type)) return false;
  return occurrences.some(({start_time, duration: minutes = duration, status}) => {
    const begin = zoomTime(start_time);
    if (begin === undefined || status === 'deleted') return false;
    return begin > end && begin + minutes * 60_000 + LATE_MS > now;
  });
}
