import type {RequestHandler} from 'express';
import type * as z from 'zod';
import type {StartLinkAnswer, StartLinkRequest} from '../../../contract/start-links.js';
import type {Clock} from '../../core/ports/clock.js';
import {type AskHostLink, describeNoHostLink} from '../host-link.js';
import {jsonRoute, type JsonRouteDeps} from './json-route.js';
import {namedCardSchema} from './named-card.js';
import {secondsUntil, zoomProblem} from './start-problem.js';

const bodySchema = namedCardSchema satisfies z.ZodType<StartLinkRequest>;

export interface StartLinkHandlerDeps extends JsonRouteDeps {
  clock: Clock;
  askHostLink: AskHostLink;
}

/** `POST /api/v1/start-links`: the host's own way in, from the card's button; kept nowhere on the way. */
export const startLinkHandler = (deps: StartLinkHandlerDeps): RequestHandler =>
  jsonRoute(bodySchema, deps, async ({body, userId, reader}) => {
    const outcome = await deps.askHostLink({userId, cardId: body.card_id, number: body.meeting_id});
    if (outcome.kind === 'link') return {json: {start_url: outcome.link.reveal()} satisfies StartLinkAnswer};
    const {translate} = await reader();
    const message = describeNoHostLink(outcome, translate);
    switch (outcome.kind) {
      case 'ended':
        return {code: 'ended', message};
      case 'not-the-host':
        return {code: 'not_the_host', message};
      case 'no-access':
        return {code: 'no_access', message};
      case 'too-many':
        return {code: 'rate_limited', retryAfter: secondsUntil(outcome.nextAt, deps.clock.now()), message};
      case 'not-connected':
        return {code: 'not_connected', message};
      case 'zoom-trouble':
        return {...zoomProblem(outcome.problem, deps.clock.now()), message};
    }
  });
