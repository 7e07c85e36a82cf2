import type {RequestHandler} from 'express';
import type * as z from 'zod';
import type {StreamUrlAnswer, StreamUrlRequest} from '../../../contract/join-page.js';
import type {Clock} from '../../core/ports/clock.js';
import type {MakeStreamUrl, NotMade} from '../../core/usecases/make-stream-url.js';
import {withDeadline} from '../../lib/deadline.js';
import type {DescribeStreamUrl} from '../describe-stream-url.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import type {TellStreamUrl} from '../tell-stream-url.js';
import type {ApiProblem} from './api-problem.js';
import {jsonRoute, type JsonRouteDeps} from './json-route.js';
import {namedCardSchema} from './named-card.js';
import {startProblem} from './start-problem.js';

const bodySchema = namedCardSchema satisfies z.ZodType<StreamUrlRequest>;

export interface StreamUrlHandlerDeps extends JsonRouteDeps {
  clock: Clock;
  makeStreamUrl: MakeStreamUrl;
  describeStreamUrl: DescribeStreamUrl;
  tellStreamUrl: TellStreamUrl;
}

/** `POST /api/v1/stream-urls`: from the card's menu. It is shown in Mattermost; the answer says where. */
export const streamUrlHandler = (deps: StreamUrlHandlerDeps): RequestHandler =>
  jsonRoute(bodySchema, deps, async ({body, userId, user, reader}) => {
    const named = {cardId: body.card_id, number: body.meeting_id, name: '', until: undefined};
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.makeStreamUrl({...named, userId, user: user(), signal}),
    );
    const asking = await reader();
    if (outcome.kind === 'made') {
      const message = await deps.tellStreamUrl(userId, outcome, asking);
      return {status: 202, json: {message} satisfies StreamUrlAnswer};
    }
    const message = deps.describeStreamUrl(outcome, asking);
    return {...notMade(outcome, deps.clock.now()), message};
  });

const CODES = {
  'no-page': 'switched_off',
  'members-only': 'switched_off',
  gone: 'meeting_gone',
  ended: 'ended',
  'not-theirs': 'not_the_host',
  'not-in-channel': 'no_access',
  personal: 'unsupported_meeting',
  'sign-in': 'other_account',
  elsewhere: 'other_account',
} as const satisfies Partial<Record<NotMade['kind'], ApiProblem['code']>>;

function notMade(outcome: NotMade, now: number): Omit<ApiProblem, 'message'> {
  switch (outcome.kind) {
    case 'no-page':
    case 'members-only':
    case 'gone':
    case 'ended':
    case 'not-theirs':
    case 'not-in-channel':
    case 'personal':
    case 'sign-in':
    case 'elsewhere':
      return {code: CODES[outcome.kind]};
    case 'registration':
      return {
        code: 'registration_first',
        ...(outcome.url !== undefined && {more: {registration_url: outcome.url}}),
      };
    // Nobody names a date here.
    case 'past':
    case 'too-far':
      return {code: 'bad_request'};
    default:
      return startProblem(outcome, now);
  }
}
