import type {Clock} from './clock.js';

/** Knows what is still running, so that a stop can wait for it. */
export interface WorkInProgress {
  /** Counts `work` until it settles. */
  add<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is running any more, or after `ms` milliseconds. */
  drained(ms: number): Promise<void>;
}

export function createWorkInProgress(clock: Pick<Clock, 'after'>): WorkInProgress {
  const running = new Set<Promise<unknown>>();
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled(running);
  };
  return {
    add(work) {
      const forget = (): void => void running.delete(work);
      running.add(work);
      work.then(forget, forget);
      return work;
    },
    drained(ms) {
      return new Promise((resolve) => {
        const cancel = clock.after(ms, resolve);
        void idle().then(() => {
          cancel();
          resolve();
        });
      });
    },
  };
}
