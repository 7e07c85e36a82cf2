import type {PlannedOccurrence, Recurrence} from '../state/gathering.js';
import {fromClock, readTime, toClock} from './local-time.js';

const DAY_MS = 86_400_000;
/** Zoom's own limit. */
const MOST = 60;
/** However rare the days are: enough for sixty months. */
const LONGEST_DAYS = 60 * 31 * 12;

interface Series {
  startTime: number;
  timezone: string;
  duration: number;
  recurrence: Recurrence;
}

/** All dates of a series, each at the same time on the clocks of its time zone. Without an end: a single one. */
export function planOccurrences({startTime, timezone, duration, recurrence}: Series): PlannedOccurrence[] {
  const first = toClock(startTime, timezone);
  const until = recurrence.end_date_time && readTime(recurrence.end_date_time, timezone);
  const most = until ? MOST : Math.min(recurrence.end_times ?? 1, MOST);
  const dates: number[] = [];
  for (let day = 0; day < LONGEST_DAYS && dates.length < most; day += 1) {
    const shown = first + day * DAY_MS;
    if (!isDue(recurrence, first, shown)) continue;
    const at = fromClock(shown, timezone);
    if (until && at > until) break;
    dates.push(at);
  }
  return dates.map((at) => ({id: String(at), startTime: at, duration, status: 'available'}));
}

/** Days are compared as they are on the clocks. */
function isDue(recurrence: Recurrence, first: number, shown: number): boolean {
  const {type, repeat_interval: every = 1} = recurrence;
  const days = Math.round((shown - first) / DAY_MS);
  switch (type) {
    case 1:
      return days % every === 0;
    case 2: {
      const weekdays = recurrence.weekly_days?.split(',').map(Number) ?? [weekday(first)];
      const week = Math.floor((days + weekday(first) - 1) / 7);
      return week % every === 0 && weekdays.includes(weekday(shown));
    }
    case 3:
      return monthsBetween(first, shown) % every === 0 && isDayOfMonth(recurrence, first, shown);
  }
}

function isDayOfMonth(recurrence: Recurrence, first: number, shown: number): boolean {
  const {monthly_week: week, monthly_week_day: day} = recurrence;
  const date = new Date(shown).getUTCDate();
  if (week === undefined || day === undefined) {
    return date === (recurrence.monthly_day ?? new Date(first).getUTCDate());
  }
  if (weekday(shown) !== day) return false;
  return week === -1 ? monthsBetween(shown, shown + 7 * DAY_MS) === 1 : Math.ceil(date / 7) === week;
}

const weekday = (shown: number): number => new Date(shown).getUTCDay() + 1;

function monthsBetween(from: number, to: number): number {
  const [one, other] = [new Date(from), new Date(to)];
  return (other.getUTCFullYear() - one.getUTCFullYear()) * 12 + other.getUTCMonth() - one.getUTCMonth();
}
