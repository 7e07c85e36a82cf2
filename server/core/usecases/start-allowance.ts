/** Zoom takes 100 new meetings of a person a day and counts every call of an account: nobody may use that up by a script. */
const LIMITS = [
  {meetings: 10, withinMs: 60_000},
  {meetings: 40, withinMs: 60 * 60_000},
] as const;
const LONGEST_MS = 60 * 60_000;

/** How many meetings a person may start from here, each node for itself. */
export interface StartAllowance {
  /** When the next is possible (ms since the epoch); `undefined`: now. */
  nextAt(userId: string, now: number): number | undefined;
  /** A meeting was created. */
  spend(userId: string, now: number): void;
}

export function createStartAllowance(): StartAllowance {
  const spent = new Map<string, readonly number[]>();
  const recent = (userId: string, now: number): readonly number[] =>
    (spent.get(userId) ?? []).filter((at) => at + LONGEST_MS > now);
  return {
    nextAt(userId, now) {
      const times = recent(userId, now);
      const waits = LIMITS.flatMap(({meetings, withinMs}) => {
        const within = times.filter((at) => at + withinMs > now);
        // The oldest of those that fill the limit has to leave the window first.
        const blocking = within.at(-meetings);
        return blocking === undefined ? [] : [blocking + withinMs];
      });
      return waits.length === 0 ? undefined : Math.max(...waits);
    },
    spend(userId, now) {
      spent.set(userId, [...recent(userId, now), now]);
      for (const [known, times] of spent) if ((times.at(-1) ?? 0) + LONGEST_MS <= now) spent.delete(known);
    },
  };
}
