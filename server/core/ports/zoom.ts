import type {Ended, GrantEnd, GrantOwner} from '../domain/grant.js';
import type {Settings} from '../domain/settings.js';
import type {ZoomSubject} from '../domain/zoom-subject.js';
import type {Grants} from './grants.js';
import type {ZoomConsent} from './zoom-consent.js';
import type {ZoomCalls} from './zoom/calls.js';
import type {OperationCalls} from './zoom/operations.js';
import type {RawRequest} from './zoom/raw-request.js';

/** Zoom as the product needs it, whichever way it is connected. */
export interface Zoom {
  /** Zoom on behalf of somebody. `signal` ends the calls at the caller's deadline. */
  as(subject: ZoomSubject, signal: AbortSignal): ZoomAs;
  /** Milliseconds by which its clock was ahead of ours in its last answer; `undefined`: it has told none. */
  clockAhead: () => number | undefined;
  /** `undefined`: in this mode nobody has to consent. */
  consent: ZoomConsent | undefined;
}

/** The calls of Zoom's REST API. Each rejects with a `PortError`: `zoom-trouble`. */
export interface ZoomAs extends ZoomCalls {
  /**
   * Proves the credentials. `scopes`: those of the app; `undefined` if the connection has none, or Zoom does not name
   * any.
   */
  signIn(): Promise<{scopes: readonly string[] | undefined}>;
  /** What other systems may ask of Zoom as well, by the names of the API. */
  operations: OperationCalls;
  /** Anything else. `undefined`: Zoom only says that it is done. What it says holds secrets. */
  raw(request: RawRequest): Promise<unknown>;
}

/** What a connection needs to know of those who consented. */
export interface ZoomGrants {
  grants: Grants;
  /** One process at a time does this for an owner; rejects as `work` does, and with a store error. */
  alone: <T>(owner: GrantOwner, work: () => Promise<T>) => Promise<T>;
  /** To be called once for each grant that ended without its owner's doing. Never throws. */
  ended: (grant: Ended, because: GrantEnd) => void;
}

/** Turns the settings of a connection into a Zoom that has not signed in yet. */
export type ConnectZoom = (settings: NonNullable<Settings['zoom']>, consents: ZoomGrants) => Zoom;
