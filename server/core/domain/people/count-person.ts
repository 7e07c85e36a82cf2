import {latest} from '../facts/known-times.js';
import type {Person} from './crowd.js';
import {type Headcount, type HostPresence, isWaiting} from './headcount.js';
import {isBetterNamed, type Stay} from './stay.js';
import {firstNameOf} from './told-name.js';
import {cameInAt, placeOf, timeInside, waitingSince} from './whereabouts.js';

/** Somebody who is known by more than a name, with all their devices. Who is in on one of them does not wait. */
export function countPerson(stays: readonly Stay[], host: HostPresence): Headcount {
  const cameIn = stays.map((stay) => timeInside(stay)?.from).filter((from) => from !== undefined);
  const isIn = stays.some((stay) => placeOf(stay) === 'inside');
  const lastCameIn = latest(...stays.map(cameInAt)) ?? -Infinity;
  const waits = stays.some((stay) => isWaiting(stay, host) && (waitingSince(stay) ?? 0) > lastCameIn);
  const arrival = {person: personOf(stays, host), at: Math.min(...cameIn)};
  return {
    present: isIn ? [arrival] : [],
    waiting: waits && !isIn ? 1 : 0,
    tookPart: cameIn.length > 0 ? [arrival] : [],
  };
}

function personOf(stays: readonly Stay[], host: HostPresence): Person {
  const {name, isCaller} = stays.reduce((best, stay) => (isBetterNamed(stay, best) ? stay : best));
  const userId = stays
    .map((stay) => stay.userId)
    .sort()
    .find((id) => id !== undefined);
  const isHost = stays.some(host.isHost) && ({isHost: true} as const);
  if (userId !== undefined) return {userId, name, ...isHost};
  // Zoom alone knows them; whose meeting it is, we know.
  if (isHost) return {userId: host.userId, name: host.name, ...isHost};
  return {name: firstNameOf(name), ...(isCaller && {isCaller})};
}
