import type {SimulatorState} from '../state/create-state.js';
import type {SimulatedMeeting} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';

/** A meeting as REST shows it: the number is a JSON number, and the start link is a new one each time. */
export function meetingBody(
  state: SimulatorState,
  url: string,
  meeting: SimulatedMeeting,
): Record<string, unknown> {
  const host = state.users.find((user) => user.id === meeting.hostId);
  const passcode = host?.embedsPasscode === false ? '' : `?pwd=${meeting.encryptedPassword}`;
  const isScheduled = meeting.type === 2 || meeting.type === 8;
  return {
    uuid: meeting.uuid,
    id: meeting.number,
    host_id: meeting.hostId,
    host_email: host?.email ?? '',
    topic: meeting.topic,
    type: meeting.type,
    status: meeting.status,
    ...(isScheduled && {start_time: zoomTime(meeting.createdAt)}),
    duration: meeting.duration,
    timezone: host?.timezone ?? '',
    created_at: zoomTime(meeting.createdAt),
    start_url: `${url}/s/${meeting.number}?zak=${state.ids.secret()}`,
    join_url: `${url}/j/${meeting.number}${passcode}`,
    password: meeting.password,
    encrypted_password: meeting.encryptedPassword,
    h323_password: meeting.password,
    pstn_password: meeting.password,
    creation_source: 'open_api',
    settings: {
      use_pmi: meeting.type === 4,
      waiting_room: meeting.waitingRoom,
      join_before_host: meeting.joinBeforeHost,
    },
  };
}
