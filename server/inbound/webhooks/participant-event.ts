import type {HearOfParticipant} from '../../core/usecases/hear-of-participant.js';
import {statusOf} from './meeting-event.js';
import {readParticipantEvent, type ToldOfParticipant} from './participant-payload.js';
import {deadLetter, type WebhookEvent} from './webhook-event.js';

export interface ParticipantEventDeps {
  hearOfParticipant: HearOfParticipant;
}

/** Of webinars, Zoom tells no more than this. */
const IN_AND_OUT: Readonly<Record<string, ToldOfParticipant>> = {
  joined: {kind: 'joined', where: 'meeting'},
  left: {kind: 'left', where: 'meeting'},
};

/** By Zoom’s names for them, without `meeting.participant_`. */
const IN_MEETINGS: Readonly<Record<string, ToldOfParticipant>> = {
  ...IN_AND_OUT,
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

/** What Zoom tells of those who come to a meeting or webinar, go from it and wait for it. */
export const participantEvents = (deps: ParticipantEventDeps): readonly WebhookEvent[] => [
  ...Object.entries(IN_MEETINGS).map(([what, told]) =>
    participantEvent(deps, `meeting.participant_${what}`, told),
  ),
  ...Object.entries(IN_AND_OUT).map(([what, told]) =>
    participantEvent(deps, `webinar.participant_${what}`, told),
  ),
];

const participantEvent = (
  {hearOfParticipant}: ParticipantEventDeps,
  name: string,
  told: ToldOfParticipant,
): WebhookEvent => ({
  name,
  async receive({body, authenticity, receivedAt, logger}) {
    const event = readParticipantEvent(told, body, receivedAt);
    if (event === undefined) return deadLetter(logger, `the payload of ${name} has another shape`);
    return statusOf(await hearOfParticipant(event, authenticity));
  },
});
