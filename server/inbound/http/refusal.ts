import type {ProblemCode} from '../../../contract/problem.js';

/** What a guard can end a request with that knows nobody's language: whoever answers failures says it. */
export type RefusalCode = Extract<
  ProblemCode,
  'bad_request' | 'body_too_large' | 'method_not_allowed' | 'no_such_route' | 'not_json' | 'not_signed_in'
>;

/** Handed to `next`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly code: RefusalCode) {
    super(code);
  }
}
