import type {ToldPlan} from './plan-of.js';
import {LATE_MS} from './slot.js';
import {zoomTime} from './zoom-time.js';

const MINUTE_MS = 60_000;
/** Hosts come early. */
const EARLY_MS = 5 * MINUTE_MS;
/** Where a card follows it, that it has begun is told by then. */
const TOLD_WITHIN_MS = 5 * MINUTE_MS;

/**
 * Whether something may run of which Zoom does not say so, as of every webinar: it is about its time, or has none.
 *
 * @param isFollowed - a card waits to hear of its beginning
 * @param now ms since the epoch
 */
export function mayHaveBegun(told: ToldPlan, {isFollowed, now}: {isFollowed: boolean; now: number}): boolean {
  const {occurrences = [], duration = 0} = told;
  const dates = occurrences.filter(({status}) => status !== 'deleted');
  const planned = occurrences.length > 0 ? dates : [told];
  return planned.some(({start_time, duration: minutes = duration}) => {
    const begin = zoomTime(start_time);
    if (begin === undefined) return !isFollowed;
    const from = begin + (isFollowed ? TOLD_WITHIN_MS : -EARLY_MS);
    return from <= now && now < begin + minutes * MINUTE_MS + LATE_MS;
  });
}
