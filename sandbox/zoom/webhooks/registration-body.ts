import {joinLinkOf} from '../scheduling/registration-links.js';
import type {SimulatorState} from '../state/create-state.js';
import type {Registrant} from '../state/gathering.js';
import type {AnyGathering} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';

export const REGISTRATION_EVENTS = ['meeting.registration_created', 'webinar.registration_created'] as const;

/** Somebody has registered. */
export interface RegistrationEvent {
  name: (typeof REGISTRATION_EVENTS)[number];
  meeting: AnyGathering;
  at: number;
  registrant: Registrant;
}

/** The number is a JSON number. Source: https://developers.zoom.us/docs/api/meetings/events/#tag/meeting */
export function registrationBody(
  state: SimulatorState,
  {name, meeting, at, registrant}: RegistrationEvent,
): string {
  const host = state.users.find(({id}) => id === meeting.hostId);
  const {id, email, firstName, lastName, answers, status} = registrant;
  const object = {
    uuid: meeting.uuid,
    id: meeting.number,
    host_id: meeting.hostId,
    topic: meeting.topic,
    type: meeting.type,
    start_time: zoomTime(meeting.startTime ?? meeting.createdAt),
    duration: meeting.duration,
    timezone: meeting.timezone,
    registrant: {
      ...answers,
      id,
      first_name: firstName,
      last_name: lastName,
      email,
      status,
      join_url: status === 'approved' ? joinLinkOf(state, meeting, registrant) : '',
    },
  };
  const payload = {account_id: host?.accountId ?? state.account.id, object};
  return JSON.stringify({event: name, event_ts: at, payload});
}
