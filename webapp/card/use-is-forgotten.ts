import {useServices} from '../services.js';
import {useStepsSince} from '../state/ticker.js';
import type {CardView} from './parse-card.js';

const HOUR = 60 * 60_000;

/** Whether nobody has joined for an hour, by the reader's clock: there is no event for that. */
export function useIsForgotten({state, createdAt}: CardView): boolean {
  const {ticker} = useServices();
  const hours = useStepsSince(ticker, createdAt, HOUR);
  return state === 'waiting' && hours >= 1;
}
