import type {NotImported} from '../describe-import.js';
import type {ApiProblem} from './api-problem.js';
import {startProblem} from './start-problem.js';

type Untold = Omit<ApiProblem, 'message'>;

/** What has no card that follows it, as far as a caller has to tell it apart. */
const CODES = {
  'bad-picture': 'bad_picture',
  'picture-refused': 'bad_picture',
  gone: 'meeting_gone',
  'not-the-host': 'not_the_host',
  instant: 'unsupported_meeting',
  personal: 'unsupported_meeting',
  'sign-in': 'unsupported_meeting',
  'unsafe-link': 'unsupported_meeting',
  over: 'ended',
} as const satisfies Partial<Record<NotImported['kind'], ApiProblem['code']>>;

/** What `/api/v1/import` answers when there is no new card. */
export function importProblem(outcome: NotImported, now: number): Untold {
  switch (outcome.kind) {
    case 'already-here':
      return {code: 'card_exists', more: outcome.postId === undefined ? {} : {post_id: outcome.postId}};
    case 'bad-picture':
    case 'picture-refused':
    case 'gone':
    case 'not-the-host':
    case 'instant':
    case 'personal':
    case 'sign-in':
    case 'unsafe-link':
    case 'over':
      return {code: CODES[outcome.kind]};
    case 'zoom-trouble':
      // Such as a person without a licence for webinars: it is no fault of the server's.
      if (['refused', 'invalid'].includes(outcome.problem.kind)) return {code: 'zoom_rejected'};
      return startProblem(outcome, now);
    default:
      return startProblem(outcome, now);
  }
}
