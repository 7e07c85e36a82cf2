import type {Clock} from '../../core/ports/clock.js';

const WITHIN_MS = 60_000;

/** What may be asked for in a minute, for each key by itself: nobody uses up what is for others. */
export interface LimitPerKey {
  /** @returns in how many seconds the next is possible, where there is none now */
  wait(key: string): number | undefined;
  /** The same; where there is one, it is spent. */
  spend(key: string): number | undefined;
}

export function limitPerKey({clock, aMinute}: {clock: Pick<Clock, 'now'>; aMinute: number}): LimitPerKey {
  const spent = new Map<string, readonly number[]>();
  /** In the order in which they were spent last. */
  const forgetOld = (now: number): void => {
    for (const [key, times] of spent) {
      if ((times.at(-1) ?? 0) + WITHIN_MS > now) return;
      spent.delete(key);
    }
  };
  const recentOf = (key: string, now: number): readonly number[] =>
    (spent.get(key) ?? []).filter((at) => at + WITHIN_MS > now);
  const waitOf = (recent: readonly number[], now: number): number | undefined => {
    const blocking = recent.at(-aMinute);
    return blocking === undefined ? undefined : Math.max(1, Math.ceil((blocking + WITHIN_MS - now) / 1000));
  };
  return {
    wait(key) {
      const now = clock.now();
      return waitOf(recentOf(key, now), now);
    },
    spend(key) {
      const now = clock.now();
      forgetOld(now);
      const recent = recentOf(key, now);
      const seconds = waitOf(recent, now);
      if (seconds !== undefined) return seconds;
      spent.delete(key);
      spent.set(key, [...recent, now]);
      return undefined;
    },
  };
}
