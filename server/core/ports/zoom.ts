import type {Settings} from '../domain/settings.js';
import type {SignInRefusal} from '../domain/zoom-connection.js';
import type {ZoomSubject} from '../domain/zoom-subject.js';
import type {ZoomCalls} from './zoom/calls.js';

/** Zoom as the product needs it, whichever way it is connected. */
export interface Zoom {
  /** Zoom on behalf of somebody. `signal` ends the calls at the caller's deadline. */
  as(subject: ZoomSubject, signal: AbortSignal): ZoomAs;
}

/** The calls of Zoom's REST API. Each rejects with {@link ZoomError} and nothing else. */
export interface ZoomAs extends ZoomCalls {
  /**
   * Proves the credentials. `scopes`: those of the app; `undefined` if the connection has none, or Zoom does not name
   * any.
   */
  signIn(): Promise<{scopes: readonly string[] | undefined}>;
}

/** Turns the settings of a connection into a Zoom that has not signed in yet. */
export type ConnectZoom = (settings: NonNullable<Settings['zoom']>) => Zoom;

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
  /** The configured address must not be called (a private address without permission). */
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
