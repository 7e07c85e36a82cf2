import type {GrantEnd, GrantOwner} from './grant.js';
import type {SignInRefusal} from './zoom-connection.js';
import type {ZoomRefusal} from './zoom-refusal.js';

/** What can go wrong with Zoom, as a closed union: each kind has one text for people. */
export type ZoomProblem =
  | {kind: 'unreachable'}
  | ProxyProblem
  /** Nobody whom we trust vouches for who answers; `code` is Node's. */
  | {kind: 'certificate'; code: string}
  /** An answer that Zoom does not give: that of another program at this address, or of a firewall before it. */
  | {kind: 'not-zoom'; status: number}
  | {kind: 'timeout'}
  /** Whose consent it takes has not given it, or it counts no more; nothing was sent to Zoom's API. */
  | {kind: 'not-connected'; who: GrantOwner['kind']; because: 'never' | GrantEnd}
  /** Zoom refused our credentials (token request, 401/124 after one refresh, dead JWT app). */
  | {kind: 'unauthorized'; because?: SignInRefusal}
  /** `scopes`: those that Zoom named. */
  | {kind: 'missing-scope'; scopes: readonly string[]}
  | {kind: 'forbidden'}
  /**
   * Zoom understood and said no (400, 404, 409); `code` is Zoom's number, 0 when it gave none. `because`: what its
   * words add where the number stands for several things (refusalOf).
   */
  | {kind: 'refused'; code: number; because?: ZoomRefusal}
  /** What was asked breaks a rule (Zoom's code 300), often one of the account's. `fields`: those that Zoom named. */
  | {kind: 'invalid'; fields: readonly string[]}
  /** `resumesAt`: ms since the epoch. */
  | {kind: 'rate-limited'; per: 'second' | 'day'; resumesAt: number | undefined; of?: LimitOf}
  | {kind: 'server-error'; status: number}
  /** Not JSON, another shape, too large, or a redirect (never followed). */
  | {kind: 'not-understood'; detail: 'not-json' | 'other-shape' | 'too-large' | 'redirect'}
  /** The meeting exists, but its link is missing or not one that we may post. */
  | {kind: 'unsafe-link'; meetingNumber: string}
  /** The configured address may not be called (private address without permission to). */
  | {kind: 'blocked-address'};

/**
 * What a limit counts. Absent: all requests in a second; in a day, the meetings that a host has created or changed.
 * account: in a day, what the whole account has asked · registrant: how often somebody is registered for the same thing
 * in a day · share: our own, which leaves the rest of the account's for starting meetings
 */
type LimitOf = 'account' | 'registrant' | 'share';

/** Nothing got further than the proxy. `proxy`: its host and port, or the name of the variable that is no address. */
export interface ProxyProblem {
  kind: 'proxy';
  proxy: string;
  /**
   * credentials: it asks for others (407) · refused: it answered `status` · certificate: that of the proxy · address:
   * the variable holds none
   */
  because: 'credentials' | 'refused' | 'unreachable' | 'certificate' | 'address';
  status?: number | undefined;
}
