import {isInside} from '../../../server/core/domain/events.js';
import {type Occurrence, type Second, slotOf, type Story, type Visit} from './history.js';

/** What a card must say at a moment, worked out from what happened in Zoom, and not from what was told of it. */
export interface Truth {
  state: 'waiting' | 'live' | 'ended' | 'expired';
  from?: Second;
  to?: Second;
  present: number;
  waiting: number;
  tookPart: number;
}

/**
 * Where it is lost that a guest went, whoever comes back under their name may be another one. Of what is held one after
 * the other in the time of a plan, the going of somebody may be told, and neither their coming nor any beginning.
 */
export function mostWhoTookPart({plans, occurrences}: Story, {uuid, visits}: Occurrence): number {
  const most = namesOf(visits).size + visits.filter(isGuest).length;
  if (plans === undefined) return most;
  const {from, to} = slotOf(plans.then);
  const others = occurrences.filter((each) => each.uuid !== uuid && each.to >= from && each.from < to);
  return most + others.flatMap((each) => each.visits).length;
}

const HOUR = 3_600;

/**
 * The occurrence that a card is for.
 *
 * @param begunBy - by when we know that an occurrence had begun; `undefined`: we know nothing of it. When it is asked,
 *   Zoom does not say since when something runs.
 */
export function followed(
  {kind, occurrences, plans}: Story,
  openedAt: Second,
  begunBy: (occurrence: Occurrence) => Second | undefined,
): Occurrence | undefined {
  if (kind === 'instant') return occurrences[0];
  if (plans !== undefined) {
    const {from, to} = slotOf(plans.then);
    return occurrences.find(
      (each) => each.from >= from && each.from < to && (begunBy(each) ?? Infinity) < to,
    );
  }
  const running = occurrences.find(({from, to}) => from <= openedAt && openedAt < to);
  if (running !== undefined) return running;
  return occurrences.find(
    (each) =>
      each.from >= openedAt && each.from - openedAt < HOUR && (begunBy(each) ?? Infinity) - openedAt < HOUR,
  );
}

export function truthAt(
  story: Story,
  occurrence: Occurrence | undefined,
  openedAt: Second,
  now: Second,
): Truth {
  const nobody = {present: 0, waiting: 0, tookPart: 0};
  if (occurrence === undefined) {
    const until = story.plans === undefined ? openedAt + HOUR : slotOf(story.plans.then).to;
    const state = now < until ? 'waiting' : 'expired';
    if (story.plans !== undefined) return {state, ...nobody};
    return {state, ...nobody, waiting: countWaiting(comingTo(story, openedAt, now), now)};
  }
  const {from, to, visits} = occurrence;
  const waiting = countWaiting(since(slotStart(story, openedAt), visits), now);
  if (now < from) return {state: 'waiting', ...nobody, waiting};
  if (now < to) {
    const came = visits.filter((visit) => cameInAt(visit, now) !== undefined);
    return {
      state: 'live',
      from,
      present: countInside(visits, now),
      waiting,
      tookPart: countPeople(came, now),
    };
  }
  return {state: 'ended', from, to, ...nobody, tookPart: countPeople(visits, to)};
}

/** From when on whoever waits may wait for the meeting of a card. */
const slotStart = ({plans}: Story, openedAt: Second): Second =>
  plans === undefined ? openedAt : Math.max(openedAt, slotOf(plans.then).from);

/** Who waits under a number, waits for whatever begins next. */
const comingTo = ({occurrences}: Story, openedAt: Second, now: Second): readonly Visit[] =>
  since(openedAt, occurrences.find(({from}) => from > now)?.visits ?? []);

const since = (openedAt: Second, visits: readonly Visit[]): readonly Visit[] =>
  visits.filter(({steps}) => (steps[0]?.at ?? 0) >= openedAt);

const until = (visit: Visit, now: Second) => visit.steps.filter(({at}) => at <= now);
const isIn = (visit: Visit, now: Second): boolean => {
  const last = until(visit, now).at(-1);
  return last !== undefined && last.way === 'joined' && isInside(last.where);
};
const cameInAt = (visit: Visit, now: Second): Second | undefined =>
  until(visit, now).findLast(({way, where}) => way === 'joined' && isInside(where))?.at;
const isGuest = ({person}: Visit): boolean => person === 'iPhone';
const namesOf = (visits: readonly Visit[]): Set<string> =>
  new Set(visits.filter((visit) => !isGuest(visit)).map(({person}) => person));

/** Of guests with one name, every device is somebody. */
function countInside(visits: readonly Visit[], now: Second): number {
  const inside = visits.filter((visit) => isIn(visit, now));
  return namesOf(inside).size + inside.filter(isGuest).length;
}

/** Who has come in later, on whatever device, does not wait any more. */
function countWaiting(visits: readonly Visit[], now: Second): number {
  const waits = (visit: Visit): boolean => {
    const last = until(visit, now).at(-1);
    if (last === undefined || last.way !== 'joined' || isInside(last.where)) return false;
    const theirs = visits.filter(({person}) => person === visit.person);
    return !theirs.some((other) => isIn(other, now) || (cameInAt(other, now) ?? -1) >= last.at);
  };
  return namesOf(visits.filter(waits)).size;
}

/** Guests with one name are as many as there were at the same time: who comes back is one. */
function countPeople(visits: readonly Visit[], now: Second): number {
  const inside = visits.flatMap((visit) => {
    const from = visit.steps.find(({way, where}) => way === 'joined' && isInside(where))?.at;
    return from === undefined || from > now ? [] : [{visit, from, to: visit.steps.at(-1)?.at ?? now}];
  });
  const guests = inside.filter(({visit}) => isGuest(visit));
  const atOnce = guests.map(
    ({from}) => guests.filter((other) => other.from <= from && from < other.to).length,
  );
  return namesOf(inside.map(({visit}) => visit)).size + Math.max(0, ...atOnce);
}
