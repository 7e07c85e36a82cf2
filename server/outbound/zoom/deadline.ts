import type {Clock} from '../../core/ports/clock.js';

/** A time limit: its own, and never longer than its caller's. */
export interface Deadline {
  /** Aborted when time is up. */
  readonly signal: AbortSignal;
  /** Resolves after `ms`, or at once when time is up. */
  pause(ms: number): Promise<void>;
  /** Milliseconds left of its own span. */
  remaining(): number;
  /** To be called when the work is done. */
  end(): void;
}

export function startDeadline(clock: Clock, span: number, caller?: AbortSignal): Deadline {
  const own = new AbortController();
  const cancel = clock.after(span, () => own.abort());
  const endsAt = clock.now() + span;
  const signal = caller === undefined ? own.signal : AbortSignal.any([caller, own.signal]);
  return {
    signal,
    pause: (ms) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const done = (): void => {
          stop();
          signal.removeEventListener('abort', done);
          resolve();
        };
        const stop = clock.after(ms, done);
        signal.addEventListener('abort', done);
      }),
    remaining: () => endsAt - clock.now(),
    end: cancel,
  };
}
