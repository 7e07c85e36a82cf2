import type {SimulatorState} from '../state/create-state.js';
import type {Participant, SimulatedMeeting} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';
import {type Deauthorisation, deauthorisationBody} from './deauthorisation-body.js';
import {recordingBody} from './recording-body.js';

/** Today's fields, or the few of 2019, when an ending had neither a time nor an `event_ts`. */
export type WebhookShape = 'today' | '2019';

/** Something that happened to an occurrence, and when. */
export interface MeetingEvent {
  name: MeetingEventName;
  meeting: SimulatedMeeting;
  startedAt: number;
  at: number;
  participant?: Participant;
}

export type WebhookEvent = MeetingEvent | Deauthorisation;

/** What an app can subscribe to. */
export const MEETING_EVENTS = [
  'meeting.started',
  'meeting.ended',
  'meeting.participant_joined',
  'meeting.participant_left',
  'recording.completed',
] as const;

export type MeetingEventName = (typeof MEETING_EVENTS)[number];

/** Nobody subscribes to the last one: every published app gets it. */
export const WEBHOOK_EVENTS = [...MEETING_EVENTS, 'app_deauthorized'] as const;

export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number];

/** The body of the webhook. The meeting number is a string here, and the duration is the planned one. */
export function webhookBody(state: SimulatorState, shape: WebhookShape, event: WebhookEvent): string {
  if (event.name === 'app_deauthorized') return deauthorisationBody(state, event);
  if (event.name === 'recording.completed') return recordingBody(state, event);
  const {meeting, name, at} = event;
  const host = state.users.find((user) => user.id === meeting.hostId);
  const common = {
    duration: meeting.duration,
    start_time: zoomTime(event.startedAt),
    timezone: host?.timezone ?? '',
    topic: meeting.topic,
    id: String(meeting.number),
    type: meeting.type,
    uuid: meeting.uuid,
    host_id: meeting.hostId,
  };
  const payload = (object: object): object => ({account_id: host?.accountId ?? state.account.id, object});
  if (shape === '2019') {
    const participant = event.participant && participantOf2019(event, event.participant);
    return JSON.stringify({event: name, payload: payload({...common, ...participant})});
  }
  const object = {
    ...common,
    host_email: host?.email ?? '',
    ...(name === 'meeting.ended' && {end_time: zoomTime(at)}),
    ...(event.participant && participantOfToday(event, event.participant)),
  };
  return JSON.stringify({event: name, event_ts: at, payload: payload(object)});
}

function participantOfToday(
  {name, at}: MeetingEvent,
  {id, name: userName, email, joinedAt}: Participant,
): object {
  const isLeaving = name === 'meeting.participant_left';
  return {
    participant: {
      user_id: id,
      user_name: userName,
      id: '',
      participant_uuid: id,
      email,
      ...(isLeaving
        ? {leave_time: zoomTime(at), leave_reason: 'left the meeting'}
        : {join_time: zoomTime(joinedAt)}),
    },
  };
}

function participantOf2019({name, at}: MeetingEvent, {id, name: userName}: Participant): object {
  const time = name === 'meeting.participant_left' ? {leave_time: zoomTime(at)} : {join_time: zoomTime(at)};
  return {participant: {id: '', user_id: id, user_name: userName, ...time}};
}
