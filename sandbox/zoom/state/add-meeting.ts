import type {SimulatorState} from './create-state.js';
import type {MeetingType, SimulatedMeeting} from './records.js';

export interface NewMeeting {
  hostId: string;
  topic?: string;
  type?: MeetingType;
  /** Not given: a new one; the host's personal meeting ID for type 4. */
  number?: number;
  duration?: number;
}

/** A meeting that waits for its host, however it was made: over the API, in Zoom's client, on its web pages. */
export function addMeeting(state: SimulatorState, given: NewMeeting): SimulatedMeeting {
  const {hostId, type = 1} = given;
  const host = state.users.find((user) => user.id === hostId);
  const meeting: SimulatedMeeting = {
    number: given.number ?? (type === 4 && host ? host.pmi : state.ids.meetingNumber()),
    uuid: state.ids.uuid(),
    hostId,
    topic: given.topic ?? 'Zoom Meeting',
    type,
    status: 'waiting',
    exists: true,
    createdAt: state.clock.now(),
    startedAt: undefined,
    duration: given.duration ?? (type === 1 || type === 4 ? 0 : 60),
    password: state.ids.passcode(),
    encryptedPassword: `${state.ids.secret()}.1`,
    participants: [],
    past: [],
  };
  state.meetings.push(meeting);
  state.changed();
  return meeting;
}

export function findMeeting(state: SimulatorState, number: string | number): SimulatedMeeting | undefined {
  return state.meetings.findLast((meeting) => meeting.exists && String(meeting.number) === String(number));
}
