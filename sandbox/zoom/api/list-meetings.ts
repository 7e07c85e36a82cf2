import type {SimulatorState} from '../state/create-state.js';
import {hasExpired} from '../state/has-expired.js';
import {nextDate, type PlannedTime, timesToCome} from '../scheduling/times-to-come.js';
import type {SimulatedMeeting} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {joinUrl} from './gathering-body.js';
import {requireUser} from './get-user.js';
import {isWithin, readWindow} from './read-window.js';
import {refusals} from './refusals.js';
import {takePage} from './take-page.js';

/** A line of the list: a meeting, and which time of it is meant. */
interface Listed extends PlannedTime {
  meeting: SimulatedMeeting;
  uuid: string;
}

type Choose = (meeting: SimulatedMeeting, now: number) => PlannedTime[] | Omit<Listed, 'meeting'>[];

const upcoming: Choose = (meeting, now) =>
  meeting.status === 'started' && timesToCome(meeting, now).length === 0
    ? [nextDate(meeting, now)]
    : timesToCome(meeting, now);

/** By `type`. Of what is to come every date of a series is a line; instant meetings are listed while they run. */
const CHOICES: Readonly<Record<string, Choose>> = {
  scheduled: (meeting, now) => (meeting.type === 1 ? [] : [nextDate(meeting, now)]),
  live: (meeting) =>
    meeting.status === 'started' ? [{startTime: meeting.startedAt, duration: meeting.duration}] : [],
  upcoming,
  upcoming_meetings: upcoming,
  previous_meetings: ({past}) =>
    past.map(({uuid, startedAt, endedAt}) => ({
      uuid,
      startTime: startedAt,
      duration: Math.ceil((endedAt - startedAt) / 60_000),
    })),
};

/** The meetings of a user, a page at a time. Personal rooms are not listed, nor what Zoom has forgotten. */
export function listMeetings(call: SignedCall): Answer {
  const {state, form} = call;
  const host = requireUser(call);
  const choose = CHOICES[form.get('type') ?? 'scheduled'];
  if (choose === undefined) throw refusals.invalid([{field: 'type', message: 'Invalid field.'}]);
  const window = readWindow(call);
  const now = state.clock.now();
  const listed = state.meetings
    .filter(({hostId, type}) => hostId === host.id && type !== 4)
    .filter((meeting) => form.get('type') === 'previous_meetings' || isThere(meeting, now))
    .flatMap((meeting) => choose(meeting, now).map((line) => ({uuid: meeting.uuid, ...line, meeting})))
    .filter(({startTime}) => startTime === undefined || isWithin(startTime, window));
  if (choose === upcoming) listed.sort((one, other) => (one.startTime ?? 0) - (other.startTime ?? 0));
  const {rows, ...page} = takePage(call, listed);
  return {status: 200, body: {...page, meetings: rows.map((line) => row(state, line))}};
}

const isThere = (meeting: SimulatedMeeting, now: number): boolean =>
  meeting.exists && !hasExpired(meeting, now);

function row(state: SimulatorState, {meeting, uuid, startTime, duration}: Listed): object {
  const host = state.users.find(({id}) => id === meeting.hostId);
  return {
    uuid,
    id: meeting.number,
    host_id: meeting.hostId,
    topic: meeting.topic,
    type: meeting.type,
    ...(startTime !== undefined && {start_time: zoomTime(startTime)}),
    duration,
    timezone: meeting.timezone,
    ...(meeting.agenda !== '' && {agenda: meeting.agenda}),
    created_at: zoomTime(meeting.createdAt),
    join_url: joinUrl(state, meeting),
    ...(meeting.settings.use_pmi === true && host !== undefined && {pmi: String(host.pmi)}),
  };
}
