import type {Joiner} from './meetings/create-participant.js';
import {moveTo} from './meetings/breakout-rooms.js';
import {finishRecording} from './meetings/finish-recording.js';
import {join, joinAsHost} from './meetings/join.js';
import {end, leave} from './meetings/leave.js';
import {requirePerson, type Stage} from './meetings/stage.js';
import {admit, putBack} from './meetings/waiting.js';
import {requireMeeting} from './state/add-meeting.js';
import type {Participant} from './state/participant.js';
import type {SimulatedMeeting} from './state/records.js';

/**
 * What people do in a meeting. A number that names no meeting, somebody who is not there, or an act out of turn throws.
 * `who`: by the id of their stay or by name, of several the one who came last.
 */
export interface MeetingActions {
  /** The host opens the meeting, or comes back to it. */
  startMeeting: (number: number | string) => SimulatedMeeting;
  endMeeting: (number: number | string) => SimulatedMeeting;
  /**
   * Somebody opens the link. They are in, or wait for the host or in the waiting room, as the meeting is set. Whoever
   * joins a second time has a second device.
   */
  join: (number: number | string, joiner: Joiner) => Participant;
  /** Whoever was in leaves, whoever waited gives up. */
  leave: (number: number | string, who: string) => Participant;
  /** From the waiting room. */
  admit: (number: number | string, who: string) => Participant;
  /** To the waiting room. */
  putBack: (number: number | string, who: string) => Participant;
  /** To the breakout room of that name; `undefined`: back to all. */
  moveTo: (number: number | string, who: string, room: string | undefined) => Participant;
  /** No event tells of it: the next one about the person has the new name. */
  rename: (number: number | string, who: string, name: string) => Participant;
  /** The cloud recording of the last occurrence that ended can be watched. */
  finishRecording: (number: number | string) => SimulatedMeeting;
}

type Act = (stage: Stage, meeting: SimulatedMeeting, participant: Participant) => void;

export function createMeetingActions(stage: Stage): MeetingActions {
  const {state} = stage;
  const withPerson = (number: number | string, who: string, act: Act): Participant => {
    const meeting = requireMeeting(state, number);
    const participant = requirePerson(meeting, who);
    act(stage, meeting, participant);
    state.changed();
    return participant;
  };
  const withMeeting = (
    meeting: SimulatedMeeting,
    act: (meeting: SimulatedMeeting) => void,
  ): SimulatedMeeting => {
    act(meeting);
    state.changed();
    return meeting;
  };
  return {
    startMeeting: (number) =>
      withMeeting(requireMeeting(state, number), (meeting) => joinAsHost(stage, meeting)),
    endMeeting: (number) =>
      withMeeting(requireMeeting(state, number, 'started'), (meeting) => end(stage, meeting)),
    join: (number, joiner) => join(stage, requireMeeting(state, number), joiner),
    leave: (number, who) => withPerson(number, who, leave),
    admit: (number, who) => withPerson(number, who, admit),
    putBack: (number, who) => withPerson(number, who, putBack),
    moveTo: (number, who, room) =>
      withPerson(number, who, (_stage, meeting, person) => moveTo(stage, meeting, person, room)),
    rename: (number, who, name) =>
      withPerson(number, who, (_stage, _meeting, person) => void Object.assign(person, {name})),
    finishRecording: (number) => finishRecording(stage, number),
  };
}
