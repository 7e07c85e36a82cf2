import type {ZoomProblem} from '../../core/domain/zoom-problem.js';

/** How long Zoom asks us to stay away. Times are milliseconds since the Unix epoch. */
export type RateLimit = Omit<Extract<ZoomProblem, {kind: 'rate-limited'}>, 'kind'>;

const DAY_MS = 86_400_000;

/**
 * Reads a 429: https://developers.zoom.us/docs/api/rate-limits/
 * The headers are often missing in practice, so the message decides too. A daily limit without a usable time ends
 * at midnight UTC, as its message says.
 */
export function readRateLimit(
  headers: Readonly<Record<string, string>>,
  message: string,
  now: number,
): RateLimit {
  const resumesAt = readRetryTime(headers, now);
  const isDaily = /daily/i.test(headers['x-ratelimit-type'] ?? '') || /\bdaily\b/i.test(message);
  if (!isDaily) return {per: 'second', resumesAt};
  return {per: 'day', resumesAt: resumesAt ?? (Math.floor(now / DAY_MS) + 1) * DAY_MS, ...countedBy(message)};
}

/** What it is that there were too many of. */
function countedBy(message: string): Pick<RateLimit, 'of'> {
  if (/registrant/i.test(message)) return {of: 'registrant'};
  return /for this API/i.test(message) ? {of: 'account'} : {};
}

/** When to ask again. `undefined`: not said, or a time that is past or further than a day away. */
export function readRetryTime(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const times = [readRetryAfter(headers['retry-after'], now), readReset(headers['x-ratelimit-reset'])];
  return times.find((time) => time !== undefined && time > now && time <= now + DAY_MS);
}

/** Seconds, or a date: ISO 8601 from Zoom, the form of RFC 9110 from proxies. */
function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  return /^\d{1,9}$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
}

/** A Unix time in seconds or in milliseconds. */
function readReset(value: string | undefined): number | undefined {
  if (value === undefined || !/^(\d{10}|\d{13})$/.test(value)) return undefined;
  return value.length === 10 ? Number(value) * 1000 : Number(value);
}
