import type {Arrival} from './crowd.js';
import {latest} from '../facts/known-times.js';
import type {Stay} from './stay.js';
import {placeOf, waitingSince} from './whereabouts.js';

/** Some people of a meeting: who of them is in, how many wait, and who was in at any time. */
export interface Headcount {
  present: readonly Arrival[];
  waiting: number;
  tookPart: readonly Arrival[];
}

/** Whose meeting it is, on all their devices. */
export interface HostPresence {
  userId: string;
  name: string;
  isHost: (stay: Stay) => boolean;
  isIn: boolean;
  /** When they last came; `undefined`: not yet, as far as Zoom has told. */
  cameAt: number | undefined;
  /** When the meeting began: nobody waits for its host any longer. `undefined`: it has not, as far as Zoom has told. */
  begunAt: number | undefined;
}

/** Whether it waits to be let in, or for a host who has not come since. */
export function isWaiting(stay: Stay, host: HostPresence): boolean {
  if (host.isHost(stay)) return false;
  switch (placeOf(stay)) {
    case 'waitingRoom':
      return true;
    case 'forTheHost':
      return !host.isIn && (waitingSince(stay) ?? 0) > (latest(host.cameAt, host.begunAt) ?? -Infinity);
    case 'inside':
    case 'gone':
      return false;
  }
}
