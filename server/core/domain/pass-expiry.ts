import {zoomTime} from './zoom-time.js';

const DAY_MS = 24 * 60 * 60_000;

/** Beyond the end of what was planned: meetings run late, and are looked for on the morning after. */
const BEYOND_END_MS = DAY_MS;
/** An instant meeting has no end, and its number dies with it; Zoom ends it after 30 hours at the latest. */
const INSTANT_MS = 2 * DAY_MS;
/** Where nothing has a fixed time. */
const ANY_TIME_MS = 90 * DAY_MS;
/** Whatever is planned or wished for: an address that was forgotten shall not lead anywhere for ever. */
export const MAX_PASS_MS = 400 * DAY_MS;

/** Zoom's numbers: 1 is an instant meeting; 3 and 6 are series that are held at no fixed times. */
const INSTANT = 1;
const WITHOUT_TIMES = [3, 6];

/** What Zoom says of a meeting or webinar, as far as its end follows from it. */
interface Timed {
  type?: number | undefined;
  start_time?: string | undefined;
  duration?: number | undefined;
  occurrences?:
    | readonly {start_time?: string | undefined; duration?: number | undefined; status?: string | undefined}[]
    | undefined;
}

/** When a pass ends for which nobody named a date: with its meeting (ms since the epoch). */
export function passExpiry(told: Timed, now: number): number {
  if (told.type === INSTANT) return now + INSTANT_MS;
  const end = lastEnd(told);
  if (end === undefined) return now + ANY_TIME_MS;
  return Math.min(Math.max(end, now) + BEYOND_END_MS, now + MAX_PASS_MS);
}

/** Of the last time for which it is planned. */
function lastEnd(told: Timed): number | undefined {
  if (WITHOUT_TIMES.includes(told.type ?? 0)) return undefined;
  const planned = (told.occurrences ?? []).filter(({status}) => status !== 'deleted');
  const ends = [told, ...planned].flatMap(({start_time, duration = told.duration ?? 0}) => {
    const start = zoomTime(start_time);
    return start === undefined ? [] : [start + duration * 60_000];
  });
  return ends.length === 0 ? undefined : Math.max(...ends);
}
