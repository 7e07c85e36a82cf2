/** Something that somebody hosts or is invited to today. Times: ms since the epoch. */
export interface DayMeeting {
  number: string;
  /** '': nobody gave it a topic. */
  topic: string;
  /** `undefined`: nobody knows. */
  startsAt: number | undefined;
  minutes: number | undefined;
  /** `undefined`: its link leads to an address that is not trusted. */
  joinUrl: string | undefined;
  isHost: boolean;
  /** It runs now, as a card of ours says. */
  isLive: boolean;
}

/** Of a plan without a length. */
const USUAL_MINUTES = 60;

/** Those that run first, then by their times; each number once for each time. */
export function inOrderOfDay(meetings: readonly DayMeeting[]): readonly DayMeeting[] {
  const live = new Set(meetings.filter(({isLive}) => isLive).map(({number}) => number));
  const seen = new Set<string>();
  return meetings
    .filter(({number, isLive}) => isLive || !live.has(number))
    .toSorted((a, b) => rank(a) - rank(b))
    .filter(({number, startsAt}) => {
      const key = `${number} ${startsAt}`;
      return !seen.has(key) && seen.add(key);
    });
}

const rank = ({isLive, startsAt = Number.MAX_SAFE_INTEGER}: DayMeeting): number => (isLive ? -1 : startsAt);

/** Those of their own that are planned for the same time as another one of their own. */
export function atTheSameTime(meetings: readonly DayMeeting[], now: number): ReadonlySet<DayMeeting> {
  const own = meetings.filter(({isHost}) => isHost);
  return new Set(own.filter((one) => own.some((other) => one !== other && overlap(one, other, now))));
}

function overlap(one: DayMeeting, other: DayMeeting, now: number): boolean {
  const [a, b] = [spanOf(one, now), spanOf(other, now)];
  return a !== undefined && b !== undefined && a.from < b.to && b.from < a.to;
}

function spanOf(
  {isLive, startsAt, minutes = USUAL_MINUTES}: DayMeeting,
  now: number,
): {from: number; to: number} | undefined {
  const from = isLive ? now : startsAt;
  if (from === undefined) return undefined;
  // Nobody knows when one ends that runs: it counts for this moment.
  return {from, to: isLive ? now + 1 : from + Math.max(1, minutes) * 60_000};
}
