import type {SecretText} from '../domain/secret-text.js';

/** Fields that Zoom's answer lacks are `undefined`. */
export interface ZoomUser {
  id: string;
  email?: string;
  status?: string;
  /** 1: Zoom has verified the address; 0: it has not. */
  verified?: number;
  accountId?: string;
  /** Zoom's number of the licence: 1 Basic, 2 Licensed. */
  type?: number;
}

export interface ZoomMeeting {
  /** The meeting number, digits only. */
  number: string;
  /** Of the occurrence to come: a hint, it normally equals that of the first `meeting.started`. */
  uuid: string | undefined;
  hostId: string | undefined;
  /** Zoom's own `join_url`, https on an allowed host. */
  joinUrl: string;
  /** The plain passcode, only where `joinUrl` does not carry it. */
  passcode: string | undefined;
}

/** `GET /meetings/{id}`: what runs now or is to come. */
export interface ZoomMeetingState {
  uuid: string | undefined;
  hostId: string | undefined;
  status: 'waiting' | 'started' | undefined;
}

/** `GET /past_meetings/{uuid}`: an occurrence that has ended. Times in milliseconds since the Unix epoch. */
export interface ZoomPastMeeting {
  uuid: string;
  hostId: string | undefined;
  startedAt: number | undefined;
  endedAt: number | undefined;
}

/**
 * Zoom's REST API as the product needs it, whichever way it is connected. `signal` ends a call at the caller's
 * deadline. Every method rejects with {@link ZoomError} and nothing else.
 */
export interface Zoom {
  /** Proves the credentials. `scopes`: those of the app; `undefined` where the connection has none, or Zoom tells none. */
  signIn(signal: AbortSignal): Promise<{scopes: readonly string[] | undefined}>;
  /** `undefined`: Zoom knows no such user in this account (404/1001, 1010, 1120). */
  findUser(email: string, signal: AbortSignal): Promise<ZoomUser | undefined>;
  /** An instant meeting: `{type: 1, topic, settings: {use_pmi: false}}`. Never repeated blindly. */
  createMeeting(zoomUserId: string, topic: string, signal: AbortSignal): Promise<ZoomMeeting>;
  /** `undefined`: no such meeting any more. */
  meeting(number: string, signal: AbortSignal): Promise<ZoomMeetingState | undefined>;
  /** `undefined`: Zoom knows no ended occurrence of that UUID. */
  pastMeeting(uuid: string, signal: AbortSignal): Promise<ZoomPastMeeting | undefined>;
  /** The host's `start_url`, a sign-in by itself; `undefined`: no such meeting any more. */
  startLink(number: string, signal: AbortSignal): Promise<SecretText | undefined>;
}

/**
 * Why Zoom refused credentials, as far as it says: https://developers.zoom.us/docs/integrations/oauth/
 * client: no such client ID and secret · account: the account ID is not that of the app · app-type: the app has no
 * Server-to-Server sign-in · app-disabled: it is not activated · no-jwt: JWT apps are switched off
 */
export type SignInRefusal = 'client' | 'account' | 'app-type' | 'app-disabled' | 'no-jwt';

/** What can go wrong with Zoom, as a closed union: each kind has one text for people. */
export type ZoomProblem =
  | {kind: 'unreachable'}
  | {kind: 'timeout'}
  /** Zoom refused our credentials (token request, 401/124 after one refresh, dead JWT app). */
  | {kind: 'unauthorized'; because?: SignInRefusal}
  /** `scopes`: those that Zoom named. */
  | {kind: 'missing-scope'; scopes: readonly string[]}
  | {kind: 'forbidden'}
  /** Zoom understood and said no (400, 404, 409); `code` is Zoom's number, 0 when it gave none. */
  | {kind: 'refused'; code: number}
  | {kind: 'rate-limited'; per: 'second' | 'day'; /** ms since the epoch */ resumesAt: number | undefined}
  | {kind: 'server-error'; status: number}
  /** Not JSON, another shape, too large, or a redirect (never followed). */
  | {kind: 'not-understood'; detail: 'not-json' | 'other-shape' | 'too-large' | 'redirect'}
  /** The meeting exists, but its link is missing or not one that we may post. */
  | {kind: 'unsafe-link'; meetingNumber: string}
  /** The configured address may not be called (private address without permission to). */
  | {kind: 'blocked-address'};

export class ZoomError extends Error {
  override readonly name = 'ZoomError';
  constructor(
    readonly problem: ZoomProblem,
    /** For the log: endpoint, status, Zoom's code and tracking id; never a token, an address or a body. */
    readonly logFields: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`Zoom: ${problem.kind}`, options);
  }
}
