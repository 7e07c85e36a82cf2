import {isMeetingLink, type LinkHosts} from '../../../contract/link-rules.js';
import type {Plan} from './plan.js';
import {shorten, singleLine} from './plain-text.js';
import {LATE_MS} from './slot.js';
import {MAX_TOPIC_LENGTH} from './topic.js';
import {zoomTime} from './zoom-time.js';

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
  occurrence_id?: string | undefined;
  start_time?: string | undefined;
  duration?: number | undefined;
  status?: string | undefined;
}

/** A card that exists already, and what it shows as planned. */
interface PlannedCard {
  plan?: Plan | undefined;
  /** Then it stays with its occurrence, whatever is planned. */
  hasBegun: boolean;
}

/** For what a plan is made, and when. Times: ms since the epoch. */
export interface PlanFor {
  now: number;
  /** Links may lead there. */
  linkHosts: LinkHosts;
  /** `undefined`: it is to be a new one. */
  card?: PlannedCard | undefined;
  /** As people here know them. */
  alternativeHosts?: readonly string[];
  panelists?: readonly string[];
}

interface Occurrence {
  id?: string | undefined;
  at: number;
  minutes?: number | undefined;
}

const SERIES = [3, 8, 6, 9];
const WITHOUT_TIMES = [3, 6];

/**
 * The plan that a card shows. Of a series, it is for the occurrence that the card stands for as long as that is
 * planned, else for the first that is not over yet. What was to be over before now has no planned time: people come
 * whenever it begins.
 */
export function planOf(told: ToldPlan, given: PlanFor): Plan {
  const {now, linkHosts, card, alternativeHosts = [], panelists = []} = given;
  const isSeries = isHeldMoreThanOnce(told);
  const planned = occurrencesOf(told);
  const own = ownOf(told, planned, given);
  const next = isSeries ? planned.find(({at}) => at > (own?.at ?? now)) : undefined;
  const topic = shorten(singleLine(told.topic ?? ''), MAX_TOPIC_LENGTH);
  const minutes = own?.minutes ?? (card?.hasBegun === true ? card.plan?.minutes : told.duration);
  return {
    toldAt: now,
    ...(topic !== '' && {topic}),
    ...(own !== undefined && {startsAt: own.at}),
    ...(own?.id !== undefined && {occurrenceId: own.id}),
    ...(next !== undefined && {nextAt: next.at}),
    ...(minutes !== undefined && minutes > 0 && {minutes}),
    ...(isSeries && {isSeries}),
    ...(isMeetingLink(told.registration_url, linkHosts) && {registrationUrl: told.registration_url}),
    ...(alternativeHosts.length > 0 && {alternativeHosts: [...alternativeHosts]}),
    ...(panelists.length > 0 && {panelists: [...panelists]}),
  };
}

/** It is a series of which nothing is left for the card, although Zoom still knows it. */
export const isUsedUp = (told: ToldPlan, given: Pick<PlanFor, 'now' | 'card'>): boolean =>
  isHeldMoreThanOnce(told) &&
  (told.occurrences ?? []).length > 0 &&
  ownOf(told, occurrencesOf(told), given) === undefined;

const isHeldMoreThanOnce = ({type = 0}: ToldPlan): boolean => SERIES.includes(type);

/** The occurrence that a card is for. */
function ownOf(
  told: ToldPlan,
  planned: readonly Occurrence[],
  {now, card}: Pick<PlanFor, 'now' | 'card'>,
): Occurrence | undefined {
  const before = shownOf(card?.plan);
  if (card?.hasBegun === true) return before;
  const same =
    planned.find(({id}) => id !== undefined && id === before?.id) ??
    planned.find(({at}) => at === before?.at);
  if (same !== undefined) return same;
  // Zoom does not list what was to begin already, and its host may only be late.
  const isDue = before !== undefined && before.at <= now && now < endOf(before) + LATE_MS;
  if (isDue && isHeldMoreThanOnce(told) && !isTakenBack(told, before)) return before;
  return planned.find((one) => endOf(one) > now);
}

const shownOf = (plan: Plan | undefined): Occurrence | undefined =>
  plan?.startsAt === undefined
    ? undefined
    : {id: plan.occurrenceId, at: plan.startsAt, minutes: plan.minutes};

const isTakenBack = ({occurrences = []}: ToldPlan, {id, at}: Occurrence): boolean =>
  occurrences.some(
    ({occurrence_id, start_time, status}) =>
      status === 'deleted' && ((id !== undefined && occurrence_id === id) || zoomTime(start_time) === at),
  );

/** In the order of their times, without those that were taken back. */
function occurrencesOf(told: ToldPlan): readonly Occurrence[] {
  if (WITHOUT_TIMES.includes(told.type ?? 0)) return [];
  const listed = told.occurrences ?? [];
  const all: readonly ToldOccurrence[] =
    listed.length === 0 ? [told] : listed.filter(({status}) => status !== 'deleted');
  return all
    .flatMap(({occurrence_id: id, start_time, duration: minutes = told.duration}) => {
      const at = zoomTime(start_time);
      return at === undefined ? [] : [{id, at, minutes}];
    })
    .sort((one, other) => one.at - other.at);
}

const endOf = ({at, minutes = 0}: Occurrence): number => at + minutes * 60_000;
