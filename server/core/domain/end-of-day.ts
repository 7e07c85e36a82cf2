const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 24 * 60 * 60_000;

/**
 * The last millisecond of a day such as `2026-12-24`, as clocks show it in that time zone (IANA name). `undefined`:
 * there is no such day. Total.
 */
export function endOfDay(date: string, timeZone: string): number | undefined {
  const [, year, month, day] = DATE.exec(date)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).toISOString().slice(0, 10) !== date) return undefined;
  const next = midnight + DAY_MS;
  // Clocks may be changed between the first guess and the midnight that is meant.
  return next - aheadOfUtc(next - aheadOfUtc(next, timeZone), timeZone) - 1;
}

/** By so many milliseconds clocks there show more than UTC does, at that time. */
function aheadOfUtc(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {...FIELDS, timeZone}).formatToParts(at);
  const of = (name: string): number => Number(parts.find(({type}) => type === name)?.value);
  const [year, month, day] = [of('year'), of('month'), of('day')];
  return Date.UTC(year, month - 1, day, of('hour'), of('minute'), of('second')) - at;
}

const FIELDS = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
} as const;
