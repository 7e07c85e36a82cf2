import type {SimulatedMeeting} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireUser} from './get-user.js';
import {takePage} from './take-page.js';

/** The scheduled meetings of a user, a page at a time. Instant ones and personal rooms are not listed, as in Zoom. */
export function listMeetings(call: SignedCall): Answer {
  const {state} = call;
  const host = requireUser(call);
  const listed = state.meetings.filter(
    ({hostId, type, exists}) => hostId === host.id && exists && type !== 1 && type !== 4,
  );
  const {rows, ...page} = takePage(call, listed);
  return {status: 200, body: {...page, meetings: rows.map(row)}};
}

const row = (meeting: SimulatedMeeting): Record<string, unknown> => ({
  uuid: meeting.uuid,
  id: meeting.number,
  host_id: meeting.hostId,
  topic: meeting.topic,
  type: meeting.type,
  start_time: zoomTime(meeting.createdAt),
  duration: meeting.duration,
  timezone: 'UTC',
  created_at: zoomTime(meeting.createdAt),
});
