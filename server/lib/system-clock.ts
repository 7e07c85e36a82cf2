import {systemTimers} from './timers.js';

/** The clock of the machine. `now`: milliseconds since the Unix epoch. */
export const systemClock = {now: (): number => Date.now(), ...systemTimers};
