import type {Clock} from '../../server/core/ports/clock.js';

/** A clock that is right when it is made, and goes so many times as fast as the other from then on. */
export function fastClock(clock: Clock, times: number): Clock {
  const begin = clock.now();
  return {
    now: () => begin + (clock.now() - begin) * times,
    after: (ms, task) => clock.after(ms / times, task),
  };
}
