import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import type {RateLabel} from './rate-limits.js';

export interface ApiRoute {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  readonly path: string;
  /** Any one of them is enough: for the caller's own things, or for everybody's in the account. */
  readonly scopes: readonly string[];
  readonly label: RateLabel;
  readonly answer: (call: SignedCall) => Answer;
}

/** For the caller's own things, or for everybody's. */
export const scope = (name: string): string[] => [name, `${name}:admin`];
