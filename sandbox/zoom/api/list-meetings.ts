import type {SimulatedMeeting} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireUser} from './get-user.js';
import {refusals} from './refusals.js';

const DEFAULT_PAGE = 30;
const LARGEST_PAGE = 300;
const TOKEN_LIFETIME_MS = 15 * 60_000;

/** The scheduled meetings of a user, a page at a time. Instant ones and personal rooms are not listed, as in Zoom. */
export function listMeetings(call: SignedCall): Answer {
  const {state, form} = call;
  const host = requireUser(call);
  const listed = state.meetings.filter(
    ({hostId, type, exists}) => hostId === host.id && exists && type !== 1 && type !== 4,
  );
  const now = state.clock.now();
  const size = readSize(form.get('page_size'));
  const from = readPageToken(form.get('next_page_token') ?? '', now);
  const next = from + size;
  return {
    status: 200,
    body: {
      page_size: size,
      total_records: listed.length,
      next_page_token: next < listed.length ? pageToken(next, now + TOKEN_LIFETIME_MS) : '',
      meetings: listed.slice(from, next).map(row),
    },
  };
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

function readSize(value: string | null): number {
  const size = Number(value ?? DEFAULT_PAGE);
  if (Number.isInteger(size) && size > 0 && size <= LARGEST_PAGE) return size;
  throw refusals.invalid([{field: 'page_size', message: 'Invalid field.'}]);
}

const pageToken = (from: number, expiresAt: number): string =>
  Buffer.from(JSON.stringify([from, expiresAt])).toString('base64');

function readPageToken(token: string, now: number): number {
  if (token === '') return 0;
  try {
    const [from, expiresAt] = JSON.parse(Buffer.from(token, 'base64').toString()) as [number, number];
    if (expiresAt > now) return from;
  } catch {
    // Whatever it is, we did not make it.
  }
  throw refusals.badPageToken();
}
