/** Timers as an argument, so that tests decide when time is up. */
export interface Timers {
  /** Runs `task` once after `ms` milliseconds; the answer cancels it. Never keeps the process alive. */
  after(ms: number, task: () => void): () => void;
}

export const systemTimers: Timers = {
  after(ms, task) {
    const timer = setTimeout(task, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
