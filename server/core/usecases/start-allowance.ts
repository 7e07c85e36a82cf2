/** Zoom allows each person 100 new meetings a day, and counts every call of an account. No script may use that up. */
const LIMITS = [
  {meetings: 10, withinMs: 60_000},
  {meetings: 40, withinMs: 60 * 60_000},
] as const;
const LONGEST_MS = 60 * 60_000;

/** How many meetings a person may try to start from here, each node for itself. */
export interface StartAllowance {
  /**
   * Takes one. A start that Zoom refuses counts, too: Zoom was asked, and starts side by side must not all pass before
   * the first has led to a meeting.
   * @returns when the next is possible (ms since the epoch) where there is none now
   */
  spend(userId: string, now: number): number | undefined;
}

export function createStartAllowance(): StartAllowance {
  const spent = new Map<string, readonly number[]>();
  const recent = (userId: string, now: number): readonly number[] =>
    (spent.get(userId) ?? []).filter((at) => at + LONGEST_MS > now);
  const nextAt = (times: readonly number[], now: number): number | undefined => {
    const waits = LIMITS.flatMap(({meetings, withinMs}) => {
      const within = times.filter((at) => at + withinMs > now);
      // The oldest of those that fill the limit has to leave the window first.
      const blocking = within.at(-meetings);
      return blocking === undefined ? [] : [blocking + withinMs];
    });
    return waits.length === 0 ? undefined : Math.max(...waits);
  };
  return {
    spend(userId, now) {
      const times = recent(userId, now);
      const next = nextAt(times, now);
      if (next !== undefined) return next;
      spent.set(userId, [...times, now]);
      for (const [known, others] of spent) if ((others.at(-1) ?? 0) + LONGEST_MS <= now) spent.delete(known);
      return undefined;
    },
  };
}
