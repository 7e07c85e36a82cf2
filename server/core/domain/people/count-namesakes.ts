import type {Arrival} from './crowd.js';
import {type Headcount, type HostPresence, isWaiting} from './headcount.js';
import {isNumberless, type Stay} from './stay.js';
import {firstNameOf} from './told-name.js';
import {cameInAt, timeInside, waitingSince} from './whereabouts.js';

/**
 * Guests of one name who are known by nothing else: nobody can tell them apart, but they can be counted. Who comes back
 * has a new number, and is one person; those who were in at the same time are several.
 */
export function countNamesakes(stays: readonly [Stay, ...Stay[]], host: HostPresence): Headcount {
  const listed = stays.filter(({isListed}) => isListed);
  const numbered = stays.filter((stay) => !isNumberless(stay));
  // What Zoom said of them without a number is of these, too. Its list has everybody, maybe by other numbers.
  const told = [listed, numbered, stays].find(({length}) => length > 0) ?? stays;
  const spans = told.map(timeInside).filter((span) => span !== undefined);
  const open = spans.filter(({to}) => to === undefined);
  const {name, isCaller} = stays[0];
  const arrivals = (of: readonly Span[]): Arrival[] =>
    sorted(of.map(({from}) => from)).map((at) => ({
      person: {name: firstNameOf(name), ...(isCaller && {isCaller})},
      at,
    }));
  return {
    present: arrivals(open),
    waiting: countWaiting(told, host),
    tookPart: arrivals(spans).slice(0, Math.max(open.length, mostAtOnce(spans), 1)),
  };
}

/** Who comes in under another number than the one they waited by ends the wait of one of them. */
function countWaiting(stays: readonly Stay[], host: HostPresence): number {
  const waiting = sorted(stays.filter((stay) => isWaiting(stay, host)).map(waitingSince));
  const cameIn = sorted(stays.filter((stay) => waitingSince(stay) === undefined).map(cameInAt));
  let next = 0;
  return waiting.filter((since) => {
    while (next < cameIn.length && (cameIn[next] ?? since) < since) next++;
    return next++ >= cameIn.length;
  }).length;
}

const sorted = (times: readonly (number | undefined)[]): number[] =>
  times.filter((time) => time !== undefined).sort((a, b) => a - b);

interface Span {
  from: number;
  to: number | undefined;
}

/** Where one goes when another comes, there was one. */
function mostAtOnce(spans: readonly Span[]): number {
  const steps = spans
    .flatMap(({from, to}) => [{at: from, by: 1}, ...(to === undefined ? [] : [{at: to, by: -1}])])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let now = 0;
  return steps.reduce((most, {by}) => Math.max(most, (now += by)), 0);
}
