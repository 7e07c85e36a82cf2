import {displayName} from '../state/add-user.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireOccurrence} from './require-occurrence.js';

export function getPastMeeting(call: SignedCall): Answer {
  const {meeting, occurrence, host} = requireOccurrence(call);
  const people = new Set(occurrence.stays.map(({participant}) => participant.zoomUserId || participant.name));
  const minutes = Math.ceil((occurrence.endedAt - occurrence.startedAt) / 60_000);
  return {
    status: 200,
    body: {
      uuid: occurrence.uuid,
      id: meeting.number,
      host_id: meeting.hostId,
      type: meeting.type,
      topic: meeting.topic,
      user_name: host && displayName(host),
      user_email: host?.email,
      start_time: zoomTime(occurrence.startedAt),
      end_time: zoomTime(occurrence.endedAt),
      duration: minutes,
      total_minutes: minutes * people.size,
      participants_count: people.size,
      source: 'Zoom',
    },
  };
}
