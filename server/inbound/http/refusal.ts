import type {ProblemCode} from '../../../contract/problem.js';

/** What a guard can end a request with that knows nobody's language: whoever answers failures says it. */
export type RefusalCode = Extract<
  ProblemCode,
  'bad_request' | 'body_too_large' | 'method_not_allowed' | 'no_such_route' | 'not_json' | 'not_signed_in'
>;

/** Handed to `next`, as a failure is; it is none of ours. */
export interface Refusal {
  readonly refused: RefusalCode;
}

export const refusal = (refused: RefusalCode): Refusal => ({refused});

export const isRefusal = (thrown: unknown): thrown is Refusal =>
  typeof thrown === 'object' && thrown !== null && 'refused' in thrown;
