import {useSyncExternalStore} from 'react';

/** The time, and one timer for all listeners. */
export interface Ticker {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** @returns ends the subscription */
  subscribe: (listener: () => void) => () => void;
}

/** Calls back at this interval; call the answer to stop it. */
export type Every = (milliseconds: number, tick: () => void) => () => void;

/** Ticks once a second while somebody listens, however many cards a channel has. */
export function createTicker(now: () => number, every: Every): Ticker {
  const listeners = new Set<() => void>();
  let stop: (() => void) | undefined;
  return {
    now,
    subscribe(listener) {
      listeners.add(listener);
      stop ??= every(1000, () => {
        for (const each of [...listeners]) each();
      });
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}

/** The number of whole steps of `step` milliseconds since `from`. The component is drawn again only after each step. */
export const useStepsSince = ({now, subscribe}: Ticker, from: number, step: number): number =>
  useSyncExternalStore(subscribe, () => Math.max(0, Math.floor((now() - from) / step)));
