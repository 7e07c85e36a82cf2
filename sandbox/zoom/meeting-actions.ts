import {findMeeting} from './state/add-meeting.js';
import {displayName} from './state/add-user.js';
import type {SimulatorState} from './state/create-state.js';
import type {Participant, SimulatedMeeting} from './state/records.js';
import type {MeetingEvent} from './webhooks/webhook-events.js';

/** What people do in a meeting. A number that names no meeting, or an act out of turn, throws. */
export interface MeetingActions {
  /** The host opens the meeting: an occurrence begins, with the host in it. */
  startMeeting: (number: number | string) => SimulatedMeeting;
  endMeeting: (number: number | string) => SimulatedMeeting;
  join: (number: number | string, person: {name: string; email?: string}) => Participant;
  /** The cloud recording of the last occurrence that ended can be watched. */
  finishRecording: (number: number | string) => SimulatedMeeting;
  /** By participant id or name. */
  leave: (number: number | string, who: string) => Participant;
}

/** Where it happens, and who is told. */
interface Stage {
  state: SimulatorState;
  emit: (event: MeetingEvent) => void;
}

export function createMeetingActions(stage: Stage): MeetingActions {
  const {state} = stage;
  return {
    startMeeting: (number) => start(stage, requireMeeting(state, number, 'waiting')),
    endMeeting: (number) => end(stage, requireMeeting(state, number, 'started')),
    join: (number, person) => enter(stage, requireMeeting(state, number, 'started'), person),
    finishRecording: (number) => finishRecording(stage, number),
    leave: (number, who) => leave(stage, requireMeeting(state, number, 'started'), who),
  };
}

function start(stage: Stage, meeting: SimulatedMeeting): SimulatedMeeting {
  const host = stage.state.users.find((user) => user.id === meeting.hostId);
  meeting.status = 'started';
  meeting.startedAt = stage.state.clock.now();
  tell(stage, 'meeting.started', meeting);
  enter(stage, meeting, host ? {name: displayName(host), email: host.email} : {name: 'Host'});
  return meeting;
}

function end(stage: Stage, meeting: SimulatedMeeting): SimulatedMeeting {
  const {clock, ids, changed} = stage.state;
  const {uuid, startedAt = clock.now(), participants} = meeting;
  const occurrence = {uuid, startedAt, endedAt: clock.now(), participantCount: participants.length};
  meeting.status = 'waiting';
  meeting.participants = [];
  meeting.past = [...meeting.past, occurrence];
  tell(stage, 'meeting.ended', meeting);
  meeting.startedAt = undefined;
  // The next occurrence of the same number is another; an instant meeting has none.
  meeting.uuid = ids.uuid();
  meeting.exists = meeting.type !== 1;
  changed();
  return meeting;
}

function finishRecording({state, emit}: Stage, number: number | string): SimulatedMeeting {
  // An instant meeting that has ended does not exist any more; its recording does.
  const meeting = state.meetings.findLast((known) => String(known.number) === String(number));
  const occurrence = meeting?.past.at(-1);
  if (meeting === undefined || occurrence === undefined) {
    throw new Error(`Meeting ${number} has not ended yet, so it has no recording.`);
  }
  const {uuid, startedAt} = occurrence;
  emit({name: 'recording.completed', meeting: {...meeting, uuid}, startedAt, at: state.clock.now()});
  state.changed();
  return meeting;
}

function enter(
  stage: Stage,
  meeting: SimulatedMeeting,
  {name, email = ''}: {name: string; email?: string},
): Participant {
  const {ids, clock} = stage.state;
  const participant = {id: ids.opaque(), name, email, joinedAt: clock.now()};
  meeting.participants = [...meeting.participants, participant];
  tell(stage, 'meeting.participant_joined', meeting, participant);
  return participant;
}

function leave(stage: Stage, meeting: SimulatedMeeting, who: string): Participant {
  const participant = meeting.participants.find(({id, name}) => id === who || name === who);
  if (participant === undefined) throw new Error(`${who} is not in meeting ${meeting.number}.`);
  meeting.participants = meeting.participants.filter((other) => other !== participant);
  tell(stage, 'meeting.participant_left', meeting, participant);
  return participant;
}

function tell(
  {state, emit}: Stage,
  name: MeetingEvent['name'],
  meeting: SimulatedMeeting,
  participant?: Participant,
): void {
  const at = state.clock.now();
  emit({name, meeting, startedAt: meeting.startedAt ?? at, at, ...(participant && {participant})});
  state.changed();
}

function requireMeeting(
  state: SimulatorState,
  number: number | string,
  status: SimulatedMeeting['status'],
): SimulatedMeeting {
  const meeting = findMeeting(state, number);
  if (meeting === undefined) throw new Error(`There is no meeting ${number}.`);
  if (meeting.status !== status) throw new Error(`Meeting ${number} is ${meeting.status}, not ${status}.`);
  return meeting;
}
