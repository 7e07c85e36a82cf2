import {type Card, isOver} from './card.js';
import type {Stay} from './people/stay.js';
import type {Whereabouts} from './events.js';

/** Who is there, in the meeting or waiting for it, while its host is not. `undefined`: nobody, or the host is in. */
export function firstArrival(card: Card): Stay | undefined {
  if (isOver(card)) return undefined;
  const there = (card.stays ?? []).filter((stay) => isIn(stay, ROOMS));
  const isHost = (stay: Stay): boolean =>
    stay.userId === card.host.userId ||
    (stay.zoomUserId !== undefined && stay.zoomUserId === card.meeting.hostId);
  if (there.some((stay) => isHost(stay) && isIn(stay, ['meeting', 'breakoutRoom']))) return undefined;
  return there.filter((stay) => !isHost(stay)).sort((one, other) => one.namedAt - other.namedAt)[0];
}

const ROOMS: readonly Whereabouts[] = ['meeting', 'breakoutRoom', 'waitingRoom', 'forTheHost'];

const isIn = ({joined, left}: Stay, rooms: readonly Whereabouts[]): boolean =>
  rooms.some((room) => (joined[room] ?? -Infinity) > (left[room] ?? -Infinity));
