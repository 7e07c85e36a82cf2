/**
 * `2026-11-23T15:02:00Z` is in UTC; without the Z it is the time on the clocks of the time zone.
 *
 * @returns ms since the epoch, `undefined` where it is no such time
 */
export function readTime(text: string, timezone: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/.test(text)) return undefined;
  const at = Date.parse(text.endsWith('Z') ? text : `${text}Z`);
  if (Number.isNaN(at)) return undefined;
  return text.endsWith('Z') ? at : fromClock(at, timezone);
}

export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', {timeZone: name});
    return true;
  } catch {
    return false;
  }
}

/** What the clocks there show, as if it were UTC. */
export const toClock = (at: number, timezone: string): number => at + offsetAt(at, timezone);

/** When the clocks there show this. Twice: the first try may be on the other side of a change of the clocks. */
export function fromClock(shown: number, timezone: string): number {
  const first = shown - offsetAt(shown, timezone);
  return shown - offsetAt(first, timezone);
}

function offsetAt(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = new Map(format.formatToParts(at).map(({type, value}) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(at / 1000) * 1000;
}
