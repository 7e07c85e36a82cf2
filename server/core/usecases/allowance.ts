import type {Attempt} from '../domain/attempt.js';

type Limits = readonly {attempts: number; withinMs: number}[];

/** Zoom allows each person 100 new meetings a day, and counts every call of an account. No script may use that up. */
const FOR_STARTS: Limits = [
  {attempts: 10, withinMs: 60_000},
  {attempts: 40, withinMs: 60 * 60_000},
];

/** Whoever brings twenty meetings here at once, twice, does what is meant to be done. */
export const FOR_IMPORTS: Limits = [
  {attempts: 60, withinMs: 60_000},
  {attempts: 300, withinMs: 60 * 60_000},
];

/** How often a person may make us ask Zoom for something. */
export interface Allowance {
  /**
   * Takes one, before Zoom is asked: what Zoom refuses counts, too, and attempts side by side must not all pass before
   * the first has had an answer.
   * @returns when the next is possible (ms since the epoch) where there is none now
   */
  spend(userId: string, attempt: Attempt): number | undefined;
  /**
   * The same question about one that was taken here, now that `others` are known, which other processes took before it.
   */
  nextAt(userId: string, attempt: Attempt, others: readonly Attempt[]): number | undefined;
}

export function createAllowance(limits: Limits = FOR_STARTS): Allowance {
  const longest = Math.max(...limits.map(({withinMs}) => withinMs));
  const spent = new Map<string, readonly Attempt[]>();
  const forgetOld = (now: number): void => {
    for (const [userId, attempts] of spent) {
      const recent = attempts.filter(({at}) => at + longest > now);
      if (recent.length === 0) spent.delete(userId);
      else if (recent.length < attempts.length) spent.set(userId, recent);
    }
  };
  return {
    spend(userId, attempt) {
      forgetOld(attempt.at);
      const known = spent.get(userId) ?? [];
      const next = freeAt(limits, known, attempt.at);
      if (next === undefined) spent.set(userId, [...known, attempt]);
      return next;
    },
    nextAt(userId, {id, at}, others) {
      const known = spent.get(userId) ?? [];
      const before = known.slice(
        0,
        known.findIndex((attempt) => attempt.id === id),
      );
      const foreign = others.filter((other) => !known.some((attempt) => attempt.id === other.id));
      return freeAt(limits, [...foreign, ...before], at);
    },
  };
}

/** When `attempts` leave room for another one; `undefined`: they do now. */
function freeAt(limits: Limits, attempts: readonly Attempt[], now: number): number | undefined {
  const times = attempts.map(({at}) => at).sort((a, b) => a - b);
  const waits = limits.flatMap(({attempts: limit, withinMs}) => {
    // The oldest of those that fill the limit has to leave the window first.
    const blocking = times.filter((at) => at + withinMs > now).at(-limit);
    return blocking === undefined ? [] : [blocking + withinMs];
  });
  return waits.length === 0 ? undefined : Math.max(...waits);
}
