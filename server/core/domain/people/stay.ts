import * as z from 'zod';
import {type Attendance, isInside, type MeetingEvent, type Whereabouts} from '../events.js';
import {earliest, latest} from '../facts/known-times.js';
import type {Participant} from '../participant.js';
import {shorten, singleLine} from '../plain-text.js';
import {type ToldName, toldName} from './told-name.js';

const at = z.number().optional();
const byRoom = z.object({meeting: at, breakoutRoom: at, waitingRoom: at, forTheHost: at});

/** Somebody's stay in a meeting on one device. Times: ms since the epoch. */
export const staySchema = z.object({
  /** By Zoom's number of the stay; by the name where there is none. */
  id: z.string(),
  zoomUserId: z.string().optional(),
  addressDigest: z.string().optional(),
  userId: z.string().optional(),
  /** Of a Mattermost user as people know them here; else without what nobody should read in it, maybe ''. */
  name: z.string(),
  isCaller: z.literal(true).optional(),
  /** Zoom named it in its list of who had taken part. */
  isListed: z.literal(true).optional(),
  /** When the event that gave the name happened. */
  namedAt: z.number(),
  /** When they came in for the first time. */
  since: at,
  /** The latest that are known. */
  joined: byRoom,
  left: byRoom,
});

export type Stay = z.infer<typeof staySchema>;

/** What an event says of a stay. */
export function stayOf(event: MeetingEvent<'joined' | 'left'>): Stay {
  const {kind, where, participant} = event;
  const time = event.at ?? event.receivedAt;
  const hasComeIn = kind === 'joined' && isInside(where);
  return {
    ...named(participant, time),
    ...(hasComeIn && {since: time}),
    joined: kind === 'joined' ? {[where]: time} : {},
    left: kind === 'left' ? {[where]: time} : {},
  };
}

/** What Zoom says of it afterwards. */
export const stayAfterwards = ({participant, joinedAt, leftAt}: Attendance, receivedAt: number): Stay => ({
  ...named(participant, joinedAt ?? leftAt ?? receivedAt),
  isListed: true,
  ...(joinedAt !== undefined && {since: joinedAt}),
  joined: joinedAt === undefined ? {} : {meeting: joinedAt},
  left: leftAt === undefined ? {} : {meeting: leftAt},
});

const MAX_NAME_LENGTH = 64;
const NUMBERLESS = 'name ';
/** No name begins with a blank. */
const CALLER = ' caller';

/** Whether Zoom gave it no number: all stays of that name in one. */
export const isNumberless = ({id}: Stay): boolean => id.startsWith(NUMBERLESS);

function named({stayId, name: typed, userId, zoomUserId, addressDigest}: Participant, namedAt: number) {
  const told: ToldName =
    userId === undefined ? toldName(typed) : {name: shorten(singleLine(typed), MAX_NAME_LENGTH)};
  return {
    id: stayId ?? `${NUMBERLESS}${told.isCaller ? CALLER : told.name}`,
    ...(zoomUserId !== undefined && {zoomUserId}),
    ...(addressDigest !== undefined && {addressDigest}),
    ...(userId !== undefined && {userId}),
    ...told,
    namedAt,
  };
}

/** Two that speak of the same stay; the same in any order. */
export function together(one: Stay, other: Stay): Stay {
  const [named, also] = isBetterNamed(one, other) ? [one, other] : [other, one];
  return {
    ...also,
    ...named,
    isCaller: named.isCaller,
    isListed: one.isListed ?? other.isListed,
    zoomUserId: oneOf(one.zoomUserId, other.zoomUserId),
    addressDigest: oneOf(one.addressDigest, other.addressDigest),
    userId: oneOf(one.userId, other.userId),
    since: earliest(one.since, other.since),
    joined: latestOf(one.joined, other.joined),
    left: latestOf(one.left, other.left),
  };
}

/** A stay has one person; were there two, the choice between them must not depend on the order. */
const oneOf = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

/** By whom Mattermost knows; else the latest name counts. */
export function isBetterNamed(one: Stay, other: Stay): boolean {
  const [isKnown, isOtherKnown] = [one.userId !== undefined, other.userId !== undefined];
  if (isKnown !== isOtherKnown) return isKnown;
  return one.namedAt === other.namedAt ? one.name > other.name : one.namedAt > other.namedAt;
}

function latestOf(one: Stay['joined'], other: Stay['joined']): Stay['joined'] {
  const rooms = Object.keys({...one, ...other}) as Whereabouts[];
  return Object.fromEntries(rooms.map((room) => [room, latest(one[room], other[room])]));
}
