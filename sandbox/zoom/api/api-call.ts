import type {Stage} from '../meetings/stage.js';
import type {Caller, Reach} from './authenticate.js';
import type {RateLimiter} from './rate-limits.js';

/** A request to the simulated API, with what a route needs to answer it. */
export interface ApiCall extends Stage {
  readonly limiter: RateLimiter;
  /** Ends the occurrence that runs, with its webhook. */
  readonly endMeeting: (number: number) => unknown;
  /** The simulator's own address, of which its links are made. */
  readonly url: string;
  readonly authorization: string | undefined;
  /** What stands for the variable part of the path, decoded once. */
  readonly id: string;
  /** The body, where it is JSON. */
  readonly json: unknown;
  /** The body, where it is a form, and the query. */
  readonly form: URLSearchParams;
}

/** A request with a token that may ask for this. */
export interface SignedCall extends ApiCall {
  readonly caller: Caller;
  readonly reach: Reach;
  /** Those of the route, any one of which was enough. */
  readonly scopes: readonly string[];
}
