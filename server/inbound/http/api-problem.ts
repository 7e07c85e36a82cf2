import type {Response} from 'express';
import type {Problem, ProblemCode} from '../../../contract/problem.js';

/** The status with which each code is said. */
const STATUS = {
  bad_request: 400,
  not_paired: 401,
  no_access: 403,
  restricted: 403,
  not_the_host: 403,
  not_an_admin: 403,
  meeting_gone: 404,
  own_only: 403,
  switched_off: 403,
  not_found: 404,
  meeting_exists: 409,
  card_exists: 409,
  which_meeting_id: 409,
  large_channel: 409,
  has_begun: 409,
  has_not_begun: 409,
  ended: 410,
  pairing_gone: 410,
  archived: 422,
  bad_picture: 422,
  unsupported_meeting: 422,
  email_missing: 422,
  email_unconfirmed: 422,
  not_connected: 403,
  not_configured: 422,
  not_in_zoom: 422,
  no_zoom_user: 422,
  zoom_rejected: 422,
  rate_limited: 429,
  chat_unavailable: 503,
  post_archived: 503,
  post_forbidden: 503,
  post_pending: 503,
  post_refused: 503,
  record_unreadable: 503,
  store_unavailable: 503,
  under_way: 503,
  zoom_refused: 503,
  zoom_unavailable: 503,
} as const satisfies Record<ProblemCode, number>;

/** How the API says no. */
export interface ApiProblem extends Problem {
  code: ProblemCode;
  /** Seconds until another try may succeed. */
  retryAfter?: number | undefined;
  /** What else the caller needs to know. */
  more?: Readonly<Record<string, unknown>>;
}

export function sendProblem(response: Response, {code, message, retryAfter, more}: ApiProblem): void {
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  response.status(STATUS[code]).json({code, message, ...more});
}
