const UNITS = {m: 60_000, h: 3_600_000, d: 86_400_000} as const;
const AGO = /^(\d{1,5})([mhd])$/;
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?))?$/;

/** Zoom forgets an instant meeting with its end, and every other one 30 days after its last use. */
const LONGEST_DAYS = 30;

/**
 * `2h`, `90m`, `3d`, or a date, with or without a time, such as `2026-11-30T08:00Z`; without a zone in that of this
 * machine.
 * @returns milliseconds since the epoch
 * @throws Error with what to type
 */
export function readSince(text: string | undefined, now: number): number {
  if (text === undefined) throw new Error(`Say when the back-up was made. ${HOW}`);
  const since = readAgo(text, now) ?? readDate(text);
  if (Number.isNaN(since)) throw new Error(`--since ${text} is not understood. ${HOW}`);
  if (since > now) throw new Error(`--since ${text} is in the future.`);
  if (since < now - LONGEST_DAYS * UNITS.d) {
    throw new Error(`--since may go back ${LONGEST_DAYS} days: no older meeting is still on.`);
  }
  return since;
}

const HOW =
  'For example: take-up-cards --since 2h, or --since 2026-11-30T08:00Z; a little earlier does no harm.';

function readAgo(text: string, now: number): number | undefined {
  const [, count, unit] = AGO.exec(text) ?? [];
  return unit === undefined ? undefined : now - Number(count) * UNITS[unit as keyof typeof UNITS];
}

/** JavaScript takes a date without a time for one in UTC, which is hours too late for those who are ahead of it. */
function readDate(text: string): number {
  const [, date, time = '00:00'] = DATE.exec(text) ?? [];
  return date === undefined ? NaN : Date.parse(`${date}T${time}`);
}
