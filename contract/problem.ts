/** Every code with which the API says no; docs/http-api.md says when. */
export type ProblemCode =
  | 'archived'
  | 'bad_picture'
  | 'bad_request'
  | 'body_too_large'
  | 'card_exists'
  | 'chat_unavailable'
  | 'cursor_expired'
  | 'email_missing'
  | 'email_unconfirmed'
  | 'ended'
  | 'failed'
  | 'has_begun'
  | 'has_not_begun'
  | 'large_channel'
  | 'meeting_exists'
  | 'meeting_gone'
  | 'method_not_allowed'
  | 'no_access'
  | 'no_such_route'
  | 'no_zoom_user'
  | 'not_an_admin'
  | 'not_configured'
  | 'not_connected'
  | 'not_found'
  | 'not_in_zoom'
  | 'not_json'
  | 'not_paired'
  | 'not_signed_in'
  | 'not_the_host'
  | 'own_only'
  | 'pairing_gone'
  | 'path_forbidden'
  | 'post_archived'
  | 'post_forbidden'
  | 'post_pending'
  | 'post_refused'
  | 'rate_limited'
  | 'record_unreadable'
  | 'restricted'
  | 'store_unavailable'
  | 'switched_off'
  | 'under_way'
  | 'unsupported_meeting'
  | 'which_meeting_id'
  | 'zoom_refused'
  | 'zoom_rejected'
  | 'zoom_unavailable';

/** How the API says no: `application/problem+json` (https://www.rfc-editor.org/rfc/rfc9457), of which this is ours. */
export interface Problem {
  /** A {@link ProblemCode}; a server of another version may know more of them. */
  code: string;
  /** A whole sentence in the reader's language, fit to be shown as it is. */
  message: string;
}
