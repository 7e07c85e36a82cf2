import {attendance} from './attendance.js';
import {kindOf} from './card-kind.js';
import {type Card, isOver} from './card.js';
import type {Stay} from './people/stay.js';
import {placeOf} from './people/whereabouts.js';

/** Somebody who is there without the host. */
export type Arrival = Pick<Stay, 'userId' | 'name'>;

/**
 * Who came first of those who wait for the host, or are in the meeting before them. `undefined`: nobody, or the host is
 * in, or was.
 */
export function firstArrival(card: Card): Arrival | undefined {
  const {waiting, hostIsIn, isWithoutHost} = attendance(card);
  // Whoever comes to a webinar waits in any case.
  if (kindOf(card).isWebinar || isOver(card) || hostIsIn || !(waiting > 0 || isWithoutHost)) return undefined;
  const there = (card.stays ?? []).filter(
    (stay) => stay.userId !== card.host.userId && placeOf(stay) !== 'gone',
  );
  return there.sort((one, other) => one.namedAt - other.namedAt)[0];
}
