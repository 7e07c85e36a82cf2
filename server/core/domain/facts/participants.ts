import * as z from 'zod';
import type {Attendance, MeetingEvent, Whereabouts} from '../events.js';
import type {Participant} from '../participant.js';
import {defineFact} from './fact.js';
import {latest} from './known-times.js';

const at = z.number().optional();

/** Somebody's stay in a meeting on one device. Times: the latest that are known, ms since the epoch. */
export const staySchema = z.object({
  /** By Zoom's number of the stay; by the name where there is none. */
  id: z.string(),
  zoomUserId: z.string().optional(),
  addressDigest: z.string().optional(),
  userId: z.string().optional(),
  name: z.string(),
  /** Of the event that gave the name. */
  namedAt: z.number(),
  joined: z.object({meeting: at, breakoutRoom: at, waitingRoom: at, forTheHost: at}).partial(),
  left: z.object({meeting: at, breakoutRoom: at, waitingRoom: at, forTheHost: at}).partial(),
});

export type Stay = z.infer<typeof staySchema>;

/** Who came and went, and who waited. */
export const participants = defineFact({
  fields: {
    /** Sorted by their ids. */
    stays: z.array(staySchema).optional(),
  },
  on: {
    joined: ({stays}, event) => ({stays: withStays(stays, [stayOf('joined', event)])}),
    left: ({stays}, event) => ({stays: withStays(stays, [stayOf('left', event)])}),
    attended: ({stays}, {attendances, receivedAt}) => ({
      stays: withStays(
        stays,
        attendances.map((attendance) => stayAfterwards(attendance, receivedAt)),
      ),
    }),
  },
});

function stayOf(way: 'joined' | 'left', event: MeetingEvent<'joined' | 'left'>): Stay {
  const time = event.at ?? event.receivedAt;
  const times = {[event.where]: time} as Partial<Record<Whereabouts, number>>;
  return {
    ...named(event.participant, time),
    joined: way === 'joined' ? times : {},
    left: way === 'left' ? times : {},
  };
}

const stayAfterwards = ({participant, joinedAt, leftAt}: Attendance, receivedAt: number): Stay => ({
  ...named(participant, joinedAt ?? leftAt ?? receivedAt),
  joined: joinedAt === undefined ? {} : {meeting: joinedAt},
  left: leftAt === undefined ? {} : {meeting: leftAt},
});

const named = ({stayId, name, ...known}: Participant, namedAt: number) => ({
  ...known,
  id: stayId ?? `name ${name}`,
  name,
  namedAt,
});

function withStays(known: readonly Stay[] = [], told: readonly Stay[]): Stay[] {
  const byId = new Map(known.map((stay) => [stay.id, stay]));
  for (const stay of told) {
    const before = byId.get(stay.id);
    byId.set(stay.id, before === undefined ? stay : together(before, stay));
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The same in any order. */
function together(one: Stay, other: Stay): Stay {
  const [newer, older] = isNewer(one, other) ? [one, other] : [other, one];
  return {
    ...older,
    ...newer,
    zoomUserId: oneOf(one.zoomUserId, other.zoomUserId),
    addressDigest: oneOf(one.addressDigest, other.addressDigest),
    userId: oneOf(one.userId, other.userId),
    joined: latestOf(one.joined, other.joined),
    left: latestOf(one.left, other.left),
  };
}

/** A stay has one person; were there two, the choice between them must not depend on the order. */
const oneOf = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

const isNewer = (one: Stay, other: Stay): boolean =>
  one.namedAt === other.namedAt ? one.name > other.name : one.namedAt > other.namedAt;

function latestOf(one: Stay['joined'], other: Stay['joined']): Stay['joined'] {
  const rooms = Object.keys({...one, ...other}) as Whereabouts[];
  return Object.fromEntries(rooms.map((room) => [room, latest(one[room], other[room])]));
}
