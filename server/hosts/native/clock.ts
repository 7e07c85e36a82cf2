import type {Clock} from '../../core/ports/clock.js';

/** The clock of the machine. */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    after: (ms, task) => {
      const timer = setTimeout(task, ms);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
