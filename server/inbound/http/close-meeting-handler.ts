import type {RequestHandler} from 'express';
import type * as z from 'zod';
import type {CloseMeetingRequest, MeetingClosed} from '../../../contract/close-meeting.js';
import type {Clock} from '../../core/ports/clock.js';
import type {CancelMeeting, CancelOutcome} from '../../core/usecases/cancel-meeting.js';
import type {EndMeeting, EndOutcome} from '../../core/usecases/end-meeting.js';
import {withDeadline} from '../../lib/deadline.js';
import type {DescribeClosing} from '../describe-closing.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import {type JsonAnswer, jsonRoute, type JsonRouteDeps} from './json-route.js';
import {namedCardSchema} from './named-card.js';
import {secondsUntil, zoomProblem} from './start-problem.js';

const bodySchema = namedCardSchema satisfies z.ZodType<CloseMeetingRequest>;

export interface CloseMeetingHandlerDeps extends JsonRouteDeps {
  clock: Clock;
  endMeeting: EndMeeting;
  cancelMeeting: CancelMeeting;
  describeClosing: DescribeClosing;
}

/** `POST /api/v1/meetings/end`: by the host, or an administrator of the card's channel. */
export const endMeetingHandler = (deps: CloseMeetingHandlerDeps): RequestHandler =>
  jsonRoute(bodySchema, deps, async ({body, userId, reader}) => {
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.endMeeting({userId, cardId: body.card_id, number: body.meeting_id, signal}),
    );
    // The card says it all.
    if (outcome.kind === 'done') return {json: {} satisfies MeetingClosed};
    const {translate} = await reader();
    return notClosed(outcome, deps.describeClosing.end(outcome, translate), deps.clock.now());
  });

/** `POST /api/v1/meetings/cancel`: by the host, before anybody comes. */
export const cancelMeetingHandler = (deps: CloseMeetingHandlerDeps): RequestHandler =>
  jsonRoute(bodySchema, deps, async ({body, userId, reader}) => {
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.cancelMeeting({userId, cardId: body.card_id, number: body.meeting_id, signal}),
    );
    if (outcome.kind === 'done' && outcome.inZoom === 'deleted') return {json: {} satisfies MeetingClosed};
    const {translate} = await reader();
    const message = deps.describeClosing.cancel(outcome, translate);
    if (outcome.kind === 'done') return {json: {message} satisfies MeetingClosed};
    return notClosed(outcome, message, deps.clock.now());
  });

const CODES = {
  ended: 'ended',
  'no-access': 'no_access',
  'not-connected': 'not_connected',
  'not-started': 'has_not_begun',
  'has-begun': 'has_begun',
  'not-theirs': 'not_the_host',
  'not-the-host': 'not_the_host',
} as const;

function notClosed(
  outcome: Exclude<EndOutcome | CancelOutcome, {kind: 'done'}>,
  message: string,
  now: number,
): JsonAnswer {
  switch (outcome.kind) {
    case 'too-many':
      return {code: 'rate_limited', retryAfter: secondsUntil(outcome.nextAt, now), message};
    case 'zoom-trouble':
      return {...zoomProblem(outcome.problem, now), message};
    default:
      return {code: CODES[outcome.kind], message};
  }
}
