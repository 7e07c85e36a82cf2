import type {Role} from './open-playground.js';
import type {Fault, Tally} from './read-events.js';

/** What was found as somebody. */
export interface Found {
  role: Role;
  tally: Tally;
  /** What they brought about and must not. */
  effects: readonly string[];
  /** Why it broke off; `undefined`: it did not. */
  trouble: string | undefined;
}

/** The least part of all operations that must have been done by somebody: what is only refused proves little. */
const REACHED_AT_LEAST = 0.8;

const WITH_EACH = 3;

/** A readable account of it, and whether all is well. */
export function describeFuzz(all: readonly Found[]): {text: string; isWell: boolean} {
  const operations = new Set(all.flatMap(({tally}) => [...tally.statuses.keys()]));
  const done = new Set(all.flatMap(({tally}) => [...tally.statuses].filter(succeeded).map(([name]) => name)));
  const missed = [...operations].filter((name) => !done.has(name)).sort();
  const isReached = operations.size > 0 && done.size >= operations.size * REACHED_AT_LEAST;
  const lines = [
    ...all.flatMap(describeRole),
    `${done.size} of ${operations.size} operations were done by somebody.`,
    ...(missed.length === 0 ? [] : [`Only refused: ${missed.join(', ')}.`]),
    ...(isReached ? [] : [`That is too little: at least ${REACHED_AT_LEAST * 100} % must be done.`]),
  ];
  const isWell = isReached && all.every((found) => problemsOf(found).length === 0);
  return {text: lines.join('\n'), isWell};
}

const succeeded = ([, counts]: readonly [string, ReadonlyMap<number, number>]): boolean =>
  [...counts.keys()].some((status) => status >= 200 && status < 300);

function problemsOf({role, tally, effects, trouble}: Found): readonly string[] {
  const answered = role === 'guest' ? [...tally.statuses].filter(succeeded).map(([name]) => name) : [];
  return [
    ...(trouble === undefined ? [] : [trouble]),
    ...effects,
    ...answered.map((name) => `A guest may not, but was answered: ${name}`),
    ...grouped(tally.faults),
  ];
}

function describeRole(found: Found): string[] {
  const counts = new Map<number, number>();
  for (const statuses of found.tally.statuses.values()) {
    for (const [status, count] of statuses) counts.set(status, (counts.get(status) ?? 0) + count);
  }
  const requests = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const each = [...counts]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${status}: ${count}`);
  const problems = problemsOf(found);
  return [
    `As ${found.role}: ${requests} requests (${each.join(', ')}), ${problems.length} problems.`,
    ...problems.map((problem) => `  ${problem.replaceAll('\n', '\n    ')}`),
  ];
}

/** The same fault of the same operation once, with the first examples. */
function grouped(faults: readonly Fault[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const {operation, what, example} of faults) {
    const title = `${operation}: ${what}`;
    groups.set(title, [...(groups.get(title) ?? []), example]);
  }
  return [...groups].map(([title, examples]) =>
    [`${title} (${examples.length} times)`, ...examples.slice(0, WITH_EACH)].join('\n'),
  );
}
