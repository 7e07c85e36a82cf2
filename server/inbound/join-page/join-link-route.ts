import type {RequestHandler} from 'express';
import * as z from 'zod';
import type {JoinLinkAnswer} from '../../../contract/join-page.js';
import {zoomAppLink} from '../../../contract/zoom-app-link.js';
import type {Clock} from '../../core/ports/clock.js';
import type {GetJoinLink} from '../../core/usecases/get-join-link.js';
import {noEntryProblem} from './pass-problem.js';
import {passRoute, type PassRouteDeps} from './pass-route.js';

const bodySchema = z.object({});

export interface JoinLinkRouteDeps extends PassRouteDeps {
  getJoinLink: GetJoinLink;
  clock: Pick<Clock, 'now'>;
}

/** `POST /join-page/{pass}/links`: the way in without the page, for the Zoom app and for browsers that are too old. */
export const joinLinkRoute = (deps: JoinLinkRouteDeps): RequestHandler =>
  passRoute(deps, {schema: bodySchema, cost: 'limited'}, async ({pass, translate}) => {
    const outcome = await deps.getJoinLink(pass);
    if (outcome.kind !== 'link') {
      return noEntryProblem(outcome, {translate, kind: pass.kind, now: deps.clock.now()});
    }
    const url = outcome.link.reveal();
    const appUrl = zoomAppLink(url);
    const json: JoinLinkAnswer = {url, ...(appUrl !== undefined && {app_url: appUrl})};
    return {json};
  });
