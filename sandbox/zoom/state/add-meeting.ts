import {displayName} from './add-user.js';
import {createGathering, type NewGathering} from './create-gathering.js';
import type {SimulatorState} from './create-state.js';
import {hasExpired} from './has-expired.js';
import type {MeetingType, SimulatedMeeting} from './records.js';

export interface NewMeeting extends NewGathering {
  type?: MeetingType;
  /** Not given: a new one; the host's personal meeting ID for type 4. */
  number?: number;
  /** Default: as in the account. */
  waitingRoom?: boolean;
  joinBeforeHost?: boolean;
}

/** A meeting that waits for its host, however it was made: over the API, in Zoom's client, on its web pages. */
export function addMeeting(state: SimulatorState, given: NewMeeting): SimulatedMeeting {
  const {hostId, type = 1} = given;
  const host = state.users.find((user) => user.id === hostId);
  const owner = type === 4 ? host : undefined;
  const meeting: SimulatedMeeting = {
    ...createGathering(state, given, {
      topic: owner ? `${displayName(owner)}'s Personal Meeting Room` : 'Zoom Meeting',
      duration: type === 1 || type === 4 ? 0 : 60,
      hasTime: type === 2 || type === 8,
      capacity: 100,
    }),
    ...(given.number === undefined && owner && {number: owner.pmi}),
    type,
    waitingRoom: given.waitingRoom ?? state.account.waitingRoom,
    joinBeforeHost: given.joinBeforeHost ?? state.account.joinBeforeHost,
    waiting: [],
  };
  state.meetings.push(meeting);
  state.changed();
  return meeting;
}

/** A personal room is there whenever its owner has one, also when nobody has ever been in it. */
export function findMeeting(state: SimulatorState, number: string | number): SimulatedMeeting | undefined {
  const isIt = (other: number): boolean => String(other) === String(number);
  const found = state.meetings.findLast((meeting) => meeting.exists && isIt(meeting.number));
  const owner = state.users.find(({pmi}) => isIt(pmi));
  if (owner !== undefined) {
    return owner.hasPersonalRoom ? (found ?? addMeeting(state, {hostId: owner.id, type: 4})) : undefined;
  }
  return found && !hasExpired(found, state.clock.now()) ? found : undefined;
}

/** Throws where there is none, and where it is not as it has to be. */
export function requireMeeting(
  state: SimulatorState,
  number: number | string,
  status?: SimulatedMeeting['status'],
): SimulatedMeeting {
  const meeting = findMeeting(state, number);
  if (meeting === undefined) throw new Error(`There is no meeting ${number}.`);
  if (status !== undefined && meeting.status !== status) {
    throw new Error(`Meeting ${number} is ${meeting.status}, not ${status}.`);
  }
  return meeting;
}
