import type {Gathering} from '../state/gathering.js';

/** When something is to take place; `startTime` `undefined`: at no fixed time. Minutes, and ms since the epoch. */
export interface PlannedTime {
  startTime: number | undefined;
  duration: number;
}

/** Of a series all dates, else its one time, as far as they are not over. */
export function timesToCome(
  {startTime, duration, occurrences}: Pick<Gathering, 'startTime' | 'duration' | 'occurrences'>,
  now: number,
): PlannedTime[] {
  const times = occurrences.length > 0 ? occurrences : [{startTime, duration, status: 'available' as const}];
  return times
    .filter(({status}) => status === 'available')
    .filter((time) => time.startTime !== undefined && time.startTime + time.duration * 60_000 > now)
    .map((time) => ({startTime: time.startTime, duration: time.duration}));
}

/** The next one, else the last that there was. */
export function nextDate(gathering: Gathering, now: number): PlannedTime {
  const {startTime, duration, occurrences} = gathering;
  const last = occurrences.findLast(({status}) => status === 'available') ?? {startTime, duration};
  return timesToCome(gathering, now)[0] ?? {startTime: last.startTime, duration: last.duration};
}
