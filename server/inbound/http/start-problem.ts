import type {Problem} from '../../../contract/problem.js';
import type {MeetingInTheWay, MeetingNotStarted} from '../../../contract/meetings.js';
import type {ExistingMeeting} from '../../core/domain/existing-meeting.js';
import type {ZoomProblem} from '../../core/domain/zoom-problem.js';
import type {NotStarted} from '../describe-start.js';
import type {ApiProblem} from './api-problem.js';

type Untold = Omit<ApiProblem, 'message' | 'more'> & {more?: Omit<MeetingNotStarted, keyof Problem>};

/** Outcomes whose code follows from their kind alone. */
const CODES = {
  'no-access': 'no_access',
  unseen: 'no_access',
  archived: 'archived',
  restricted: 'restricted',
  'email-unconfirmed': 'email_unconfirmed',
  'not-in-zoom': 'not_in_zoom',
  'which-meeting-id': 'which_meeting_id',
  'not-connected': 'not_connected',
  'not-configured': 'not_configured',
  'store-unavailable': 'store_unavailable',
  'record-unreadable': 'record_unreadable',
  'chat-unavailable': 'chat_unavailable',
  'chat-refused': 'chat_unavailable',
  'bot-shut-out': 'chat_unavailable',
} as const satisfies Partial<Record<NotStarted['kind'], ApiProblem['code']>>;

/** Zoom understood and said no: a second try changes nothing. */
const REFUSED: readonly ZoomProblem['kind'][] = [
  'unauthorized',
  'missing-scope',
  'forbidden',
  'refused',
  'invalid',
  'unsafe-link',
  'blocked-address',
];

/** What `POST /api/v1/meetings` answers when there is no new meeting. */
export function startProblem(outcome: NotStarted, now: number): Untold {
  switch (outcome.kind) {
    case 'already-started':
      return {code: 'under_way', retryAfter: 2};
    case 'duplicate':
      return {code: 'meeting_exists', more: {meeting: described(outcome.existing)}};
    case 'large-channel':
      return {code: 'large_channel', more: {members: outcome.members}};
    case 'refused':
      return {code: outcome.reason === 'email-missing' ? 'email_missing' : 'restricted'};
    case 'not-posted':
      return {code: `post_${outcome.why}`, more: {meeting_url: outcome.joinUrl}};
    case 'no-thread':
      return {code: 'bad_request', more: {fields: ['root_id']}};
    case 'zoom-trouble':
      return zoomProblem(outcome.problem, now);
    case 'too-many':
      return {code: 'rate_limited', retryAfter: secondsUntil(outcome.nextAt, now)};
    default:
      return {code: CODES[outcome.kind]};
  }
}

export function zoomProblem(problem: ZoomProblem, now: number): Untold {
  if (problem.kind !== 'rate-limited') {
    return {code: REFUSED.includes(problem.kind) ? 'zoom_refused' : 'zoom_unavailable'};
  }
  const {resumesAt} = problem;
  const retryAfter = resumesAt === undefined ? undefined : secondsUntil(resumesAt, now);
  return {code: 'rate_limited', retryAfter};
}

/** Both times: ms since the epoch. */
export const secondsUntil = (at: number, now: number): number => Math.max(1, Math.ceil((at - now) / 1000));

const described = ({
  provider,
  topic,
  isLive,
  hostName,
  openedAt,
  joinUrl,
  postId,
}: ExistingMeeting): MeetingInTheWay => ({
  meeting_url: joinUrl ?? '',
  topic,
  host_name: hostName,
  provider,
  opened_at: openedAt,
  is_live: isLive,
  ...(postId === undefined ? {} : {post_id: postId}),
});
