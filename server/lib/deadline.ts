import type {Clock} from './clock.js';

/** A span of time that something has: its own, and never longer than its caller's. */
export interface Deadline {
  /** Aborted when time is up. */
  readonly signal: AbortSignal;
  /** Milliseconds left of its own span. */
  remaining: () => number;
  /** Resolves after `ms` milliseconds, or at once when time is up. */
  pause: (ms: number) => Promise<void>;
  /** What `work` comes to, or `late` (which may throw) when time is up first. The work itself goes on. */
  orLate: <T>(work: Promise<T>, late: () => T) => Promise<T>;
  /** To be called when the work is done. */
  end: () => void;
}

/** @param span milliseconds */
export function startDeadline(clock: Clock, span: number, caller?: AbortSignal): Deadline {
  const own = new AbortController();
  const endsAt = clock.now() + span;
  const signal = caller === undefined ? own.signal : AbortSignal.any([caller, own.signal]);
  return {
    signal,
    remaining: () => endsAt - clock.now(),
    async pause(ms) {
      let stop = (): void => undefined;
      const passed = new Promise<void>((resolve) => (stop = clock.after(ms, resolve)));
      await unlessAborted(signal, passed, () => undefined).finally(() => stop());
    },
    orLate: (work, late) => unlessAborted(signal, work, late),
    end: clock.after(span, () => own.abort()),
  };
}

/** Runs `work` with a deadline that ends with it. */
export async function withDeadline<T>(
  clock: Clock,
  span: number,
  work: (deadline: Deadline) => Promise<T>,
  caller?: AbortSignal,
): Promise<T> {
  const deadline = startDeadline(clock, span, caller);
  try {
    return await work(deadline);
  } finally {
    deadline.end();
  }
}

function unlessAborted<T>(signal: AbortSignal, work: Promise<T>, late: () => T): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<void>((resolve) => (stop = resolve));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, {once: true});
  return Promise.race([aborted.then(late), work]).finally(() => signal.removeEventListener('abort', stop));
}
