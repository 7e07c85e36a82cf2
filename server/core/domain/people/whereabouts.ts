import {earliest, latest} from '../facts/known-times.js';
import type {Stay} from './stay.js';

/**
 * A move to a breakout room or to the waiting room is a leave and a join within this time, in either order. A leave
 * that comes later than this is one from the meeting, and from its rooms.
 */
const MOVE_MS = 2_000;

/** Where a stay is, as far as Zoom has told. */
export type Place = 'inside' | 'waitingRoom' | 'forTheHost' | 'gone';

export function placeOf(stay: Stay): Place {
  const {joined, left} = stay;
  const waitingFrom = waitingSince(stay);
  if (insideFrom(stay).some((from) => waitingFrom === undefined || from >= waitingFrom)) return 'inside';
  if (waitingFrom === undefined || waitingFrom <= (cameInAt(stay) ?? -Infinity)) return 'gone';
  const room = joined.forTheHost === waitingFrom ? 'forTheHost' : 'waitingRoom';
  return isPast(left[room], waitingFrom) || isLeave(left.meeting, waitingFrom) ? 'gone' : room;
}

const isPast = (leftAt: number | undefined, from: number): boolean => leftAt !== undefined && leftAt >= from;

/** Whether they left the meeting for good from where they had gone inside it. */
const isLeave = (leftAt: number | undefined, from: number): boolean =>
  leftAt !== undefined && leftAt > from + MOVE_MS;

/** Since when it is in each room that it has not left. */
function insideFrom({joined, left, since}: Stay): number[] {
  const {meeting, breakoutRoom} = joined;
  const isOpen = (from: number, leftAt: number | undefined): boolean =>
    // Zoom's times are whole seconds. Who had been in before has left and come back within one.
    leftAt === undefined || leftAt < from || (leftAt === from && (since ?? from) < from);
  const open: number[] = [];
  if (meeting !== undefined && isOpen(meeting, left.meeting)) open.push(meeting);
  if (breakoutRoom !== undefined && isOpen(breakoutRoom, left.breakoutRoom)) {
    if (!isLeave(left.meeting, breakoutRoom)) open.push(breakoutRoom);
  }
  return open;
}

/** When it last came in. */
export const cameInAt = ({joined}: Stay): number | undefined => latest(joined.meeting, joined.breakoutRoom);

/** When it last came to wait. */
export const waitingSince = ({joined}: Stay): number | undefined =>
  latest(joined.waitingRoom, joined.forTheHost);

/** When it last went out, to nowhere or to wait. */
function wentOutAt(stay: Stay): number | undefined {
  const {left} = stay;
  const waiting = waitingSince(stay);
  const isSentOut = waiting !== undefined && waiting > (cameInAt(stay) ?? Infinity);
  return latest(left.meeting, left.breakoutRoom, isSentOut ? waiting : undefined);
}

/** From when till when somebody took part. Without an end: they are still in. `undefined`: they only waited. */
export function timeInside(stay: Stay): {from: number; to: number | undefined} | undefined {
  const to = wentOutAt(stay);
  const cameIn = earliest(stay.since, cameInAt(stay));
  if (cameIn === undefined && waitingSince(stay) !== undefined) return undefined;
  // Of some we hear only that they left.
  const from = cameIn ?? to;
  if (from === undefined) return undefined;
  return {from, to: placeOf(stay) === 'inside' ? undefined : to};
}
