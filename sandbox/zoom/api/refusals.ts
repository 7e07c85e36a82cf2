import {zoomTime} from '../zoom-time.js';
import {Refusal} from './answer.js';

/**
 * As the token endpoint says no. The words are those of https://developers.zoom.us/docs/integrations/oauth-error-messages/
 * where that lists them; its codes are not in the bodies that people have seen.
 */
const oauthRefusal = (error: string, reason: string): Refusal =>
  new Refusal({status: 400, body: {reason, error}});

const refusal = (status: number, code: number, message: string, headers = {}): Refusal =>
  new Refusal({status, body: {code, message}, headers});

/** Everything that the simulated API says no with: https://developers.zoom.us/docs/api/errors/ */
export const refusals = {
  notAPage: () => refusal(404, 404, 'API does not exist.'),
  notReadable: () => refusal(400, 300, 'Request Body should be a valid JSON object.'),
  invalid: (errors: {field: string; message: string}[]) =>
    new Refusal({status: 400, body: {code: 300, message: 'Validation Failed.', errors}}),

  noToken: () => refusal(401, 124, 'Invalid access token.'),
  expiredToken: () => refusal(401, 124, 'Access token is expired.'),
  tokenInQuery: () => refusal(401, 124, 'The access token is not supported as query parameter string.'),
  wrongGrant: () => refusal(400, 200, 'Invalid api key or secret.'),
  jwtIsOver: () => refusal(400, 200, 'Account does not enabled REST API.'),
  missingScopes: (scopes: readonly string[]) =>
    refusal(400, 4711, `Invalid access token, does not contain scopes:[${scopes.join(', ')}].`),

  notPermitted: () =>
    refusal(403, 403, 'Authenticated user has not permitted access to the targeted resource.'),
  noUser: (user: string) => refusal(404, 1001, `User does not exist: ${user}.`),
  userElsewhere: (user: string) => refusal(400, 1010, `User does not belong to this account: ${user}.`),
  invitationExpired: () => refusal(400, 1120, 'Invitation has expired.'),
  userMayNotHost: () => refusal(400, 3000, 'User is inactive or blocked.'),
  noMeeting: (meeting: string) => refusal(404, 3001, `Meeting does not exist: ${meeting}.`),
  inProgress: () => refusal(400, 3002, 'Sorry, you cannot delete this meeting since it is in progress.'),
  personalRoom: () => refusal(400, 3018, 'Not allowed to delete PMI.'),
  onlyPaid: () => refusal(400, 200, 'Only available for paid account.'),
  badWindow: () => refusal(400, 300, 'The from date must not be later than the to date.'),
  tooLongWindow: (days: number) => refusal(400, 300, `The date range must not be longer than ${days} days.`),
  noRecording: () => refusal(404, 3301, 'There is no recording for this meeting.'),
  summaryByMail: () => refusal(403, 2305, 'This user can only share meeting summaries by email.'),
  emailTaken: (email: string) => refusal(409, 1005, `User already in the account: ${email}.`),
  noCall: (id: string) => refusal(404, 300, `Call log does not exist: ${id}.`),
  noChannel: (id: string) => refusal(404, 300, `Channel does not exist: ${id}.`),
  badPageToken: () => refusal(400, 300, 'The next page token is invalid or expired.'),
  isWebinar: () => refusal(400, 3000, 'Cannot access webinar info.'),
  noWebinar: (webinar: string) => refusal(404, 3001, `Webinar does not exist: ${webinar}.`),
  noWebinarNumber: (webinar: string) => refusal(400, 300, `Invalid webinar ID: ${webinar}.`),
  noWebinarPlan: (user: string) =>
    refusal(
      400,
      200,
      'Webinar plan is missing. You must subscribe to the webinar plan and enable webinar for this user in order to ' +
        `perform this action: ${user}.`,
    ),
  noOccurrence: () => refusal(400, 3000, 'Invalid occurrence_id.'),
  mayNotSchedule: (user: string) => refusal(400, 3000, `You cannot schedule a meeting for ${user}.`),
  noAlternativeHost: (address: string) =>
    refusal(400, 1114, `Unable to assign ${address} as an alternative host.`),
  noRegistration: (meeting: string) =>
    refusal(400, 300, `Registration has not been enabled for this meeting: ${meeting}.`),
  noMeetingToRegisterFor: (meeting: string) => refusal(404, 1001, `Meeting does not exist: ${meeting}.`),
  full: () => refusal(400, 3043, 'Meeting has reached maximum attendee capacity.'),
  notStarted: () => refusal(400, 3000, 'Meeting has not started.'),

  tooFast: (resumesAt: number) =>
    refusal(429, 429, 'You have reached the maximum per-second rate limit for this API. Try again later.', {
      'X-RateLimit-Type': 'QPS',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': String(Math.ceil(resumesAt / 1000)),
    }),
  tooManyToday: (limit: number, resumesAt: number) =>
    refusal(
      429,
      429,
      `You have exceeded the daily rate limit (${limit}) of Meeting Create/Update API requests permitted for this ` +
        'particular user. You may resume these requests at GMT 00:00:00.',
      {
        'X-RateLimit-Type': 'Daily-limit',
        'X-RateLimit-Remaining': '0',
        'Retry-After': zoomTime(resumesAt),
      },
    ),

  tooManyRegistrations: (limit: number, email: string) =>
    refusal(
      429,
      429,
      `You have exceeded the daily rate limit (${limit}) of Meeting/Webinar Add Registrant API requests permitted for ` +
        `the registrant ${email}.`,
      {'X-RateLimit-Type': 'Daily-limit', 'X-RateLimit-Remaining': '0'},
    ),

  oauth: {
    /** 4702, 4704 */
    invalidClient: () => oauthRefusal('invalid_client', 'Invalid client_id or client_secret'),
    /** 4717 */
    disabledApp: () => oauthRefusal('invalid_client', 'The app has been disabled.'),
    /** 4705 */
    unsupportedGrant: () => oauthRefusal('unsupported_grant_type', 'unsupported grant type'),
    wrongAccount: () => oauthRefusal('invalid_grant', 'Invalid account ID'),
    /** 4709 */
    wrongRedirect: () => oauthRefusal('invalid_request', 'Redirect URI mismatch.'),
    /** 4733 */
    expiredCode: () => oauthRefusal('invalid_grant', 'Code is expired'),
    /** 4734 */
    invalidCode: () => oauthRefusal('invalid_grant', 'Invalid authorization code.'),
    /** Of a refresh token that is unknown, has run out, or was exchanged already. */
    invalidToken: () => oauthRefusal('invalid_grant', 'Invalid Token!'),
    /** 4735 */
    ownerGone: () => oauthRefusal('invalid_grant', 'The owner of the token does not exist.'),
    /** 4738 */
    disabledByAdmin: () => oauthRefusal('invalid_grant', 'The token is disabled by admin.'),
    /** 4741 */
    revoked: () => oauthRefusal('invalid_grant', 'The token has been revoked.'),
  },
};
