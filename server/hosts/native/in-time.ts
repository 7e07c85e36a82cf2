import type {Clock} from '../../core/ports/clock.js';

/** Waits for `work`, but no longer than `ms`: nothing that Mattermost waits for may hang. */
export function inTime<T>(clock: Clock, ms: number, what: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new Error(`${what} took longer than ${ms / 1000} s`)));
    work.then(resolve, reject).finally(cancel);
  });
}
