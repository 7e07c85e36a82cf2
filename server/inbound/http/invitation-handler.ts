import type {RequestHandler} from 'express';
import type * as z from 'zod';
import type {Invitation, InvitationRequest} from '../../../contract/invitation.js';
import type {Clock} from '../../core/ports/clock.js';
import type {GetInvitation} from '../../core/usecases/get-invitation.js';
import {withDeadline} from '../../lib/deadline.js';
import type {DescribeInvitation, NoInvitation} from '../describe-invitation.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import type {ApiProblem} from './api-problem.js';
import {jsonRoute, type JsonRouteDeps} from './json-route.js';
import {namedCardSchema} from './named-card.js';
import {startProblem} from './start-problem.js';

/** What an invitation is asked with. Who asks is never read from it. */
const bodySchema = namedCardSchema satisfies z.ZodType<InvitationRequest>;

export interface InvitationHandlerDeps extends JsonRouteDeps {
  clock: Clock;
  getInvitation: GetInvitation;
  describeInvitation: DescribeInvitation;
}

/** `POST /api/v1/invitations`: Zoom's own text for the meeting of a card, for its host. */
export const invitationHandler = (deps: InvitationHandlerDeps): RequestHandler =>
  jsonRoute(bodySchema, deps, async ({body, userId, user, reader}) => {
    const named = {cardId: body.card_id, number: body.meeting_id};
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.getInvitation({...named, userId, user: user(), signal}),
    );
    if (outcome.kind === 'invitation') {
      return {json: {text: outcome.invitation.text} satisfies Invitation};
    }
    const message = deps.describeInvitation(outcome, await reader());
    return {...invitationProblem(outcome, deps.clock.now()), message};
  });

function invitationProblem(outcome: NoInvitation, now: number): Omit<ApiProblem, 'message'> {
  switch (outcome.kind) {
    case 'webinar':
      return {code: 'unsupported_meeting'};
    case 'gone':
      return {code: 'meeting_gone'};
    case 'ended':
      return {code: 'ended'};
    case 'not-the-host':
      return {code: 'not_the_host'};
    default:
      return startProblem(outcome, now);
  }
}
