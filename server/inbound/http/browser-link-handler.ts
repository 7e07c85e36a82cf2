import type {RequestHandler} from 'express';
import type * as z from 'zod';
import type {BrowserLinkAnswer, BrowserLinkRequest} from '../../../contract/join-page.js';
import type {GetBrowserWay, NoBrowserWay} from '../../core/usecases/get-browser-way.js';
import {describeNoBrowserWay} from '../join-page/describe-browser-way.js';
import type {ApiProblem} from './api-problem.js';
import {jsonRoute, type JsonRouteDeps} from './json-route.js';
import {namedCardSchema} from './named-card.js';

const bodySchema = namedCardSchema satisfies z.ZodType<BrowserLinkRequest>;

export interface BrowserLinkHandlerDeps extends JsonRouteDeps {
  getBrowserWay: GetBrowserWay;
}

/** `POST /api/v1/join-links`: a member's own way to the join page, from the card's button. */
export const browserLinkHandler = (deps: BrowserLinkHandlerDeps): RequestHandler =>
  jsonRoute(bodySchema, deps, async ({body, userId, reader}) => {
    const into = {cardId: body.card_id, number: body.meeting_id};
    const outcome = await deps.getBrowserWay({userId, into});
    if (outcome.kind === 'way') return {json: {url: outcome.url} satisfies BrowserLinkAnswer};
    const {translate} = await reader();
    const message = describeNoBrowserWay(outcome, translate);
    const more = outcome.kind === 'registration' ? {more: {registration_url: outcome.url}} : {};
    return {code: CODES[outcome.kind], message, ...more};
  });

const CODES = {
  'switched-off': 'switched_off',
  'no-access': 'no_access',
  ended: 'ended',
  registration: 'registration_first',
} as const satisfies Record<NoBrowserWay['kind'], ApiProblem['code']>;
