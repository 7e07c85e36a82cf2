import {useServices} from '../services.js';
import {useStepsSince} from '../state/ticker.js';
import type {CardView} from './parse-card.js';

const HOUR = 60 * 60_000;

/**
 * Whether nobody has come for an hour, by the reader's clock: there is no event for that. What is planned has its time,
 * or all the time in the world.
 */
export function useIsForgotten({state, createdAt, plan, peopleCount = 0, waitingCount}: CardView): boolean {
  const {ticker} = useServices();
  const since = plan === undefined ? createdAt : (plan.startsAt ?? Infinity);
  const hours = useStepsSince(ticker, since, HOUR);
  return state === 'waiting' && peopleCount + waitingCount === 0 && hours >= 1;
}
