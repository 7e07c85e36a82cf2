import {type AnyGathering, isWebinar} from '../zoom/state/records.js';
import type {Session} from './session.js';
import {TerminalError} from './terminal-error.js';

/** Webinars alone, or whatever is in the calendar. */
export type Kind = 'webinar' | 'any';

/** 1 instant meetings and 4 personal rooms are in no calendar. */
const isPlanned = ({type}: AnyGathering): boolean => type !== 1 && type !== 4;

/** By its number, or what was planned last. Throws TerminalError. */
export function findPlan(
  {meetings, webinars}: Session['sandbox']['zoom'],
  kind: Kind,
  number: string,
): AnyGathering {
  const plans = [...meetings, ...webinars]
    .filter((plan) => plan.exists && isPlanned(plan) && (kind === 'any' || isWebinar(plan)))
    .sort((one, other) => one.createdAt - other.createdAt);
  const found = number === '' ? plans.at(-1) : plans.findLast((plan) => String(plan.number) === number);
  if (found !== undefined) return found;
  const what = kind === 'webinar' ? 'webinar' : 'meeting';
  throw new TerminalError(
    number === ''
      ? `No ${what} is planned in Zoom. Type zoom plan ${kind === 'webinar' ? 'webinar ' : ''}Plans first.`
      : `Zoom's calendar has no ${what} ${number}.`,
  );
}
