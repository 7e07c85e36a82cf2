import {findMeeting} from './state/add-meeting.js';
import type {SimulatorState} from './state/create-state.js';
import type {Participant, SimulatedMeeting} from './state/records.js';
import {hostAsParticipant, type MeetingEvent} from './webhooks/webhook-events.js';

/** What people do in a meeting. A number that names no meeting, or an act out of turn, throws. */
export interface MeetingActions {
  /** The host opens the meeting: an occurrence begins, with the host in it. */
  startMeeting(number: number | string): SimulatedMeeting;
  endMeeting(number: number | string): SimulatedMeeting;
  join(number: number | string, person: {name: string; email?: string}): Participant;
  /** By participant id or name. */
  leave(number: number | string, who: string): Participant;
}

export function createMeetingActions(
  state: SimulatorState,
  emit: (event: MeetingEvent) => void,
): MeetingActions {
  const {clock, ids} = state;

  function enter(meeting: SimulatedMeeting, person: Omit<Participant, 'joinedAt'>): Participant {
    const participant = {...person, joinedAt: clock.now()};
    meeting.participants = [...meeting.participants, participant];
    tell('meeting.participant_joined', meeting, participant);
    return participant;
  }

  function tell(name: MeetingEvent['name'], meeting: SimulatedMeeting, participant?: Participant): void {
    const at = clock.now();
    const startedAt = meeting.startedAt ?? at;
    emit({name, meeting: {...meeting}, startedAt, at, ...(participant && {participant})});
    state.changed();
  }

  return {
    startMeeting: (number) => {
      const meeting = requireMeeting(state, number, 'waiting');
      meeting.status = 'started';
      meeting.startedAt = clock.now();
      tell('meeting.started', meeting);
      enter(meeting, hostAsParticipant(state, meeting));
      return meeting;
    },
    endMeeting: (number) => {
      const meeting = requireMeeting(state, number, 'started');
      const {uuid, startedAt = clock.now(), participants} = meeting;
      const occurrence = {uuid, startedAt, endedAt: clock.now(), participantCount: participants.length};
      meeting.status = 'waiting';
      meeting.participants = [];
      meeting.past = [...meeting.past, occurrence];
      tell('meeting.ended', meeting);
      meeting.startedAt = undefined;
      // The next occurrence of the same number is another; an instant meeting has none.
      meeting.uuid = ids.uuid();
      meeting.exists = meeting.type !== 1;
      state.changed();
      return meeting;
    },
    join: (number, {name, email = ''}) =>
      enter(requireMeeting(state, number, 'started'), {id: ids.opaque(), name, email}),
    leave: (number, who) => {
      const meeting = requireMeeting(state, number, 'started');
      const participant = meeting.participants.find(({id, name}) => id === who || name === who);
      if (participant === undefined) throw new Error(`${who} is not in meeting ${number}.`);
      meeting.participants = meeting.participants.filter((other) => other !== participant);
      tell('meeting.participant_left', meeting, participant);
      return participant;
    },
  };
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
