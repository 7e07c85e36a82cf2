import type {HearOfParticipant} from '../../core/usecases/hear-of-participant.js';
import {statusOf} from './meeting-event.js';
import {readParticipantEvent, type ToldOfParticipant} from './participant-payload.js';
import {deadLetter, type WebhookEvent} from './webhook-event.js';

export interface ParticipantEventDeps {
  hearOfParticipant: HearOfParticipant;
}

/** By Zoom’s names for them, without `meeting.participant_`. */
const TOLD: Readonly<Record<string, ToldOfParticipant>> = {
  joined: {kind: 'joined', where: 'meeting'},
  left: {kind: 'left', where: 'meeting'},
  joined_breakout_room: {kind: 'joined', where: 'breakoutRoom'},
  left_breakout_room: {kind: 'left', where: 'breakoutRoom'},
  joined_waiting_room: {kind: 'joined', where: 'waitingRoom'},
  put_in_waiting_room: {kind: 'joined', where: 'waitingRoom'},
  admitted: {kind: 'left', where: 'waitingRoom'},
  left_waiting_room: {kind: 'left', where: 'waitingRoom'},
  jbh_waiting: {kind: 'joined', where: 'forTheHost'},
  jbh_waiting_left: {kind: 'left', where: 'forTheHost'},
  // Before the host. It names no stay, so that nobody could tell who of them left; `joined` is sent besides, and does.
  jbh_joined: {kind: 'left', where: 'forTheHost'},
};

/** What Zoom tells of those who come to a meeting, go from it and wait for it. */
export const participantEvents = ({hearOfParticipant}: ParticipantEventDeps): readonly WebhookEvent[] =>
  Object.entries(TOLD).map(([what, told]) => ({
    name: `meeting.participant_${what}`,
    async receive({body, authenticity, receivedAt, logger}) {
      const event = readParticipantEvent(told, body, receivedAt);
      if (event === undefined)
        return deadLetter(logger, `the payload of meeting.participant_${what} has another shape`);
      return statusOf(await hearOfParticipant(event, authenticity));
    },
  }));
