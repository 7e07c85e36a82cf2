/** A clock that moves only when told to; what was put off runs on the way, in the order of its time. */
export interface ManualClock {
  now(): number;
  after(ms: number, task: () => void): () => void;
  advance(ms: number): void;
  /** Milliseconds until the next task, `undefined` when none waits. */
  nextIn(): number | undefined;
  /** Resolves when a task waits, now or later. */
  untilWaiting(): Promise<void>;
}

export function createManualClock(start = Date.parse('2026-11-23T14:00:00Z')): ManualClock {
  let now = start;
  const waiting = new Set<{at: number; task: () => void}>();
  let wake = (): void => undefined;
  const first = () => [...waiting].sort((one, other) => one.at - other.at)[0];

  return {
    now: () => now,
    after: (ms, task) => {
      const entry = {at: now + ms, task};
      waiting.add(entry);
      wake();
      return () => void waiting.delete(entry);
    },
    advance: (ms) => {
      const end = now + ms;
      for (let next = first(); next !== undefined && next.at <= end; next = first()) {
        waiting.delete(next);
        now = Math.max(now, next.at);
        next.task();
      }
      now = end;
    },
    nextIn: () => {
      const next = first();
      return next && next.at - now;
    },
    untilWaiting: async () => {
      if (waiting.size === 0) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}
