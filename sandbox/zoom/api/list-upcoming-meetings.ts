import {timesToCome} from '../scheduling/times-to-come.js';
import {hasExpired} from '../state/has-expired.js';
import type {SimulatedMeeting, SimulatedUser} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {joinUrl} from './gathering-body.js';
import {requireUser} from './get-user.js';

const DAY_MS = 86_400_000;

/** What a user hosts or is invited to within a day, whole and not in pages. */
export function listUpcomingMeetings(call: SignedCall): Answer {
  const {state} = call;
  const user = requireUser(call);
  const now = state.clock.now();
  const meetings = state.meetings
    .filter((meeting) => meeting.exists && !hasExpired(meeting, now) && concerns(meeting, user))
    .flatMap((meeting) => timesToCome(meeting, now).map((time) => ({...time, meeting})))
    .filter(({startTime = 0}) => startTime <= now + DAY_MS)
    .sort((one, other) => (one.startTime ?? 0) - (other.startTime ?? 0));
  const rows = meetings.map(({meeting, startTime = 0, duration}) => ({
    id: meeting.number,
    topic: meeting.topic,
    type: meeting.type,
    start_time: zoomTime(startTime),
    duration,
    timezone: meeting.timezone,
    created_at: zoomTime(meeting.createdAt),
    join_url: joinUrl(state, meeting),
    passcode: meeting.password,
    use_pmi: meeting.settings.use_pmi === true,
    is_host: meeting.hostId === user.id,
  }));
  return {status: 200, body: {total_records: rows.length, meetings: rows}};
}

function concerns({hostId, settings}: SimulatedMeeting, {id, email}: SimulatedUser): boolean {
  const {meeting_invitees: invitees = [], alternative_hosts: hosts = ''} = settings;
  const addresses = [...invitees.map((invitee) => invitee.email), ...hosts.split(/[;,]/)];
  return hostId === id || addresses.some((address) => address.trim().toLowerCase() === email.toLowerCase());
}
