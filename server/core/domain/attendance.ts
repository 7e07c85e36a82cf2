import {type Card, cardStart, cardState, isOver} from './card.js';
import {earliest, latest} from './facts/known-times.js';
import {countNamesakes} from './people/count-namesakes.js';
import {countPerson} from './people/count-person.js';
import {type Crowd, crowdOf} from './people/crowd.js';
import {groupStays} from './people/group-stays.js';
import type {HostPresence} from './people/headcount.js';
import type {Stay} from './people/stay.js';
import {cameInAt, placeOf, timeInside} from './people/whereabouts.js';

/** Who is in a meeting, who waits, and who took part. */
export interface Attendance {
  /** Zoom has told of somebody; before that, nothing is known of anybody. */
  isTold: boolean;
  present: Crowd;
  /** How many wait to be let in, or for the host to begin. */
  waiting: number;
  tookPart: Crowd;
  hostIsIn: boolean;
  /** It runs, and the host has not come yet: we know of who was there when it began. */
  isWithoutHost: boolean;
}

const NOBODY: Crowd = {people: [], count: 0};
const UNTOLD: Attendance = {
  isTold: false,
  present: NOBODY,
  waiting: 0,
  tookPart: NOBODY,
  hostIsIn: false,
  isWithoutHost: false,
};

/** A card is a value. What shows it asks several times for each event, and a meeting may have hundreds of people. */
const known = new WeakMap<Card, Attendance>();

/** What a card knows of people. Once it is over, nobody is in and nobody waits. */
export function attendance(card: Card): Attendance {
  const found = known.get(card) ?? workOut(card);
  known.set(card, found);
  return found;
}

function workOut(card: Card): Attendance {
  const {stays = [], attendees} = card;
  if (attendees !== undefined) return {...UNTOLD, isTold: true, tookPart: attendees};
  if (stays.length === 0) return UNTOLD;
  const host = hostPresence(card, stays);
  const counts = groupStays(stays).map((group) =>
    group.isOnePerson ? countPerson(group.stays, host) : countNamesakes(group.stays, host),
  );
  const tookPart = crowdOf(counts.flatMap((count) => count.tookPart));
  if (isOver(card)) return {...UNTOLD, isTold: true, tookPart};
  return {
    isTold: true,
    present: crowdOf(counts.flatMap(({present}) => present)),
    waiting: counts.reduce((sum, {waiting}) => sum + waiting, 0),
    tookPart,
    hostIsIn: host.isIn,
    isWithoutHost: host.cameAt === undefined && cardState(card) === 'live' && isKnownFromStart(card, stays),
  };
}

function hostPresence(card: Card, stays: readonly Stay[]): HostPresence {
  const {host, meeting} = card;
  const isHost = ({userId, zoomUserId}: Stay): boolean =>
    userId === host.userId || (zoomUserId !== undefined && zoomUserId === meeting.hostId);
  const theirs = stays.filter(isHost);
  return {
    userId: host.userId,
    name: host.name,
    isHost,
    isIn: theirs.some((stay) => placeOf(stay) === 'inside'),
    cameAt: latest(...theirs.map((stay) => cameInAt(stay) ?? timeInside(stay)?.from)),
    begunAt: cardStart(card),
  };
}

/** Zoom's start of a meeting is when the first one comes, give or take. */
const START_MS = 10_000;

/** Sometimes Zoom does not tell that the host has come. Then we miss who was there when it began. */
function isKnownFromStart(card: Card, stays: readonly Stay[]): boolean {
  const first = earliest(...stays.map((stay) => timeInside(stay)?.from));
  return first !== undefined && first <= (cardStart(card) ?? first) + START_MS;
}
