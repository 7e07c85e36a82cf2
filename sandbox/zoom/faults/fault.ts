import type {RouteName} from '../api/routes.js';
import type {GrantType} from '../oauth/grant-types.js';

/**
 * How a call goes wrong. `afterwards`: the call is carried out first, and only its answer is lost.
 */
export type Fault =
  | {kind: 'hang'; afterwards?: boolean}
  | {kind: 'reset'; afterwards?: boolean}
  /** Answers rightly, `ms` milliseconds late. */
  | {kind: 'slow'; ms: number}
  | {kind: 'answer'; status: number; body?: unknown; headers?: Record<string, string>}
  | {kind: 'not-json'}
  /** Carried out; these fields of the answer are others, or are missing. */
  | {kind: 'change'; fields?: Record<string, unknown>; without?: readonly string[]}
  /** A JSON text of so many bytes, 300 MB if not said. */
  | {kind: 'huge'; bytes?: number}
  | {kind: 'redirect'; location: string};

export interface FaultRule {
  /** `*`: whichever is called. */
  route: RouteName | '*';
  /** Of the token endpoint, only what asks for a token by this grant. */
  grant?: GrantType;
  fault: Fault;
  /** So many calls go well before; default none. */
  skip?: number;
  /** So many calls are hit; default 1. */
  times?: number;
}
