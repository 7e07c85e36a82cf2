import type {SimulatorState} from '../state/create-state.js';
import type {Participant} from '../state/participant.js';
import type {AnyGathering} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';
import {type Deauthorisation, deauthorisationBody} from './deauthorisation-body.js';
import {PARTICIPANT_EVENTS, participantBody, type ParticipantEventName} from './participant-body.js';
import {PLAN_EVENTS, planBody, type PlanEvent} from './plan-body.js';
import {recordingBody, type RecordingEvent} from './recording-body.js';
import {REGISTRATION_EVENTS, registrationBody, type RegistrationEvent} from './registration-body.js';

/** Today's fields, or the few of 2019, when an ending had neither a time nor an `event_ts`. */
export type WebhookShape = 'today' | '2019';

/** Something that happened to an occurrence, and when. */
export interface MeetingEvent {
  name: OccurrenceEventName;
  meeting: AnyGathering;
  startedAt: number;
  at: number;
  participant?: Participant;
  /** Why somebody left, in Zoom's words. */
  reason?: string;
  /** Of the breakout room that it is about. */
  roomUuid?: string;
}

export type WebhookEvent = MeetingEvent | RecordingEvent | PlanEvent | RegistrationEvent | Deauthorisation;

const OCCURRENCE_EVENTS = [
  'meeting.started',
  'meeting.ended',
  'webinar.started',
  'webinar.ended',
  ...PARTICIPANT_EVENTS,
] as const;

type OccurrenceEventName = (typeof OCCURRENCE_EVENTS)[number];

/** What an app can subscribe to: what happens to meetings and webinars. */
export const MEETING_EVENTS = [
  ...OCCURRENCE_EVENTS,
  'recording.completed',
  ...PLAN_EVENTS,
  ...REGISTRATION_EVENTS,
] as const;

export type MeetingEventName = (typeof MEETING_EVENTS)[number];

/** Nobody subscribes to the last one: every published app gets it. */
export const WEBHOOK_EVENTS = [...MEETING_EVENTS, 'app_deauthorized'] as const;

export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number];

/** The body of the webhook. */
export function webhookBody(state: SimulatorState, shape: WebhookShape, event: WebhookEvent): string {
  if (event.name === 'app_deauthorized') return deauthorisationBody(state, event);
  if ('operator' in event) return planBody(state, event);
  if ('registrant' in event) return registrationBody(state, event);
  if ('recording' in event) return recordingBody(state, event);
  return occurrenceBody(state, shape, event);
}

/** The meeting number is a string in all but one, and the duration is the planned one. */
function occurrenceBody(state: SimulatorState, shape: WebhookShape, event: MeetingEvent): string {
  const {meeting, name, at} = event;
  const host = state.users.find((user) => user.id === meeting.hostId);
  const common = {
    duration: meeting.duration,
    start_time: zoomTime(event.startedAt),
    timezone: host?.timezone ?? '',
    topic: meeting.topic,
    id: name === 'meeting.participant_jbh_waiting_left' ? meeting.number : String(meeting.number),
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
    ...(name.startsWith('meeting.') && !isAboutSomebody(name) && {host_email: host?.email ?? ''}),
    ...((name === 'meeting.ended' || name === 'webinar.ended') && {end_time: zoomTime(at)}),
    ...(event.roomUuid !== undefined && {breakout_room_uuid: event.roomUuid}),
    ...(isAboutSomebody(name) &&
      event.participant && {participant: participantBody({...event, name, participant: event.participant})}),
  };
  return JSON.stringify({event: name, event_ts: at, payload: payload(object)});
}

const isAboutSomebody = (name: MeetingEventName): name is ParticipantEventName =>
  (PARTICIPANT_EVENTS as readonly string[]).includes(name);

function participantOf2019({name, at}: MeetingEvent, {userId, name: userName}: Participant): object {
  const time = name === 'meeting.participant_left' ? {leave_time: zoomTime(at)} : {join_time: zoomTime(at)};
  return {participant: {id: '', user_id: userId, user_name: userName, ...time}};
}
