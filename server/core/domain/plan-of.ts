import {isMeetingLink, type LinkHosts} from '../../../contract/link-rules.js';
import type {Plan} from './plan.js';
import {shorten, singleLine} from './plain-text.js';
import {MAX_TOPIC_LENGTH} from './topic.js';

/** What Zoom answers about a meeting or webinar, as far as a plan follows from it. */
export interface ToldPlan {
  topic?: string | undefined;
  /** Zoom's number: 3, 8 and 6, 9 are held more than once, 3 and 6 at no fixed times. */
  type?: number | undefined;
  start_time?: string | undefined;
  duration?: number | undefined;
  registration_url?: string | undefined;
  occurrences?: readonly ToldOccurrence[] | undefined;
}

interface ToldOccurrence {
  start_time?: string | undefined;
  duration?: number | undefined;
  status?: string | undefined;
}

/** For which card a plan is made, and when. Times: ms since the epoch. */
export interface PlanFor {
  now: number;
  /** Links may lead there. */
  linkHosts: LinkHosts;
  /** The occurrence that the card stands for already; `undefined`: it is a new card. */
  startsAt?: number | undefined;
  /** That occurrence has begun: whatever is planned, the card stays with it. */
  hasBegun?: boolean | undefined;
  /** As people here know them. */
  alternativeHosts?: readonly string[];
  panelists?: readonly string[];
}

interface Occurrence {
  at: number;
  minutes: number | undefined;
}

const SERIES = [3, 8, 6, 9];
const WITHOUT_TIMES = [3, 6];

/**
 * The plan that a card shows. Of a series, it is for the occurrence that the card stands for as long as that is
 * planned, else for the first that is not over yet. What was to be over before now has no planned time: people come
 * whenever it begins.
 */
export function planOf(told: ToldPlan, given: PlanFor): Plan {
  const {now, linkHosts, startsAt, hasBegun = false, alternativeHosts = [], panelists = []} = given;
  const isSeries = isHeldMoreThanOnce(told);
  const planned = occurrencesOf(told);
  const same = planned.find(({at}) => at === startsAt);
  const own = same ?? (hasBegun ? undefined : planned.find((one) => endOf(one) > now));
  const at = hasBegun ? startsAt : own?.at;
  const next = isSeries ? planned.find((one) => one.at > (at ?? now)) : undefined;
  const topic = shorten(singleLine(told.topic ?? ''), MAX_TOPIC_LENGTH);
  const minutes = own?.minutes ?? told.duration;
  return {
    toldAt: now,
    ...(topic !== '' && {topic}),
    ...(at !== undefined && {startsAt: at}),
    ...(next !== undefined && {nextAt: next.at}),
    ...(minutes !== undefined && minutes > 0 && {minutes}),
    ...(isSeries && {isSeries}),
    ...(isMeetingLink(told.registration_url, linkHosts) && {registrationUrl: told.registration_url}),
    ...(alternativeHosts.length > 0 && {alternativeHosts: [...alternativeHosts]}),
    ...(panelists.length > 0 && {panelists: [...panelists]}),
  };
}

/** It is a series of which nothing is left to come, which Zoom still knows. */
export const isUsedUp = (told: ToldPlan, now: number): boolean =>
  isHeldMoreThanOnce(told) &&
  (told.occurrences ?? []).length > 0 &&
  occurrencesOf(told).every((one) => endOf(one) <= now);

const isHeldMoreThanOnce = ({type = 0}: ToldPlan): boolean => SERIES.includes(type);

/** In the order of their times, without those that were taken back. */
function occurrencesOf(told: ToldPlan): readonly Occurrence[] {
  if (WITHOUT_TIMES.includes(told.type ?? 0)) return [];
  const listed = told.occurrences ?? [];
  const all = listed.length === 0 ? [told] : listed.filter(({status}) => status !== 'deleted');
  return all
    .map(({start_time, duration}) => ({
      at: Date.parse(start_time ?? ''),
      minutes: duration ?? told.duration,
    }))
    .filter(({at}) => !Number.isNaN(at))
    .sort((one, other) => one.at - other.at);
}

const endOf = ({at, minutes = 0}: Occurrence): number => at + minutes * 60_000;
