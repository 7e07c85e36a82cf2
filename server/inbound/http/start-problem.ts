import type {ExistingMeeting} from '../../core/domain/existing-meeting.js';
import type {ZoomProblem} from '../../core/ports/zoom.js';
import type {NotStarted} from '../describe-start.js';
import type {ApiProblem} from './api-problem.js';

type Status = Omit<ApiProblem, 'message'>;

/** Outcomes whose status follows from their kind alone. */
const STATUS = {
  'no-access': {status: 403, code: 'no_access'},
  archived: {status: 422, code: 'archived'},
  restricted: {status: 403, code: 'restricted'},
  'email-unconfirmed': {status: 422, code: 'email_unconfirmed'},
  'not-in-zoom': {status: 422, code: 'not_in_zoom'},
  'not-configured': {status: 422, code: 'not_configured'},
  'store-unavailable': {status: 503, code: 'store_unavailable'},
  'record-unreadable': {status: 503, code: 'record_unreadable'},
  'chat-unavailable': {status: 503, code: 'chat_unavailable'},
} as const satisfies Partial<Record<NotStarted['kind'], Status>>;

/** Zoom understood and said no: a second try changes nothing. */
const REFUSED: readonly ZoomProblem['kind'][] = [
  'unauthorized',
  'missing-scope',
  'forbidden',
  'refused',
  'unsafe-link',
  'blocked-address',
];

/** What `POST /api/v1/meetings` answers when there is no new meeting. */
export function startProblem(outcome: NotStarted, now: number): Status {
  switch (outcome.kind) {
    case 'already-started':
      return {status: 503, code: 'under_way', retryAfter: 2};
    case 'duplicate':
      return {status: 409, code: 'meeting_exists', more: {meeting: described(outcome.existing)}};
    case 'refused':
      return outcome.reason === 'email-missing'
        ? {status: 422, code: 'email_missing'}
        : {status: 403, code: 'restricted'};
    case 'not-posted':
      return {status: 503, code: `post_${outcome.why}`, more: {meeting_url: outcome.joinUrl}};
    case 'zoom-trouble':
      return zoomProblem(outcome.problem, now);
    case 'too-many':
      return {status: 429, code: 'rate_limited', retryAfter: secondsUntil(outcome.nextAt, now)};
    default:
      return STATUS[outcome.kind];
  }
}

export function zoomProblem(problem: ZoomProblem, now: number): Status {
  if (problem.kind !== 'rate-limited') {
    return {status: 503, code: REFUSED.includes(problem.kind) ? 'zoom_refused' : 'zoom_unavailable'};
  }
  const {resumesAt} = problem;
  const retryAfter = resumesAt === undefined ? undefined : secondsUntil(resumesAt, now);
  return {status: 429, code: 'rate_limited', retryAfter};
}

const secondsUntil = (at: number, now: number): number => Math.max(1, Math.ceil((at - now) / 1000));

const described = ({provider, topic, isLive, hostName, openedAt, joinUrl, postId}: ExistingMeeting) => ({
  meeting_url: joinUrl ?? '',
  topic,
  host_name: hostName,
  provider,
  opened_at: openedAt,
  is_live: isLive,
  ...(postId === undefined ? {} : {post_id: postId}),
});
