import type {Gathering} from './gathering.js';

const DAY_MS = 86_400_000;

/**
 * Zoom forgets a number: of a meeting that takes place once 30 days after its time or its last use, of a series after
 * 365. https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0062614
 */
export function hasExpired(
  {type, status, createdAt, startTime, occurrences, past}: Gathering & {type: number},
  now: number,
): boolean {
  if (status === 'started' || type === 1 || type === 4) return false;
  const isOnce = type === 2 || type === 5;
  const planned = [startTime ?? createdAt, ...occurrences.map((occurrence) => occurrence.startTime)];
  const lastUse = Math.max(createdAt, ...planned, ...past.map(({endedAt}) => endedAt));
  return now > lastUse + (isOnce ? 30 : 365) * DAY_MS;
}
