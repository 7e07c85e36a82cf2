import type {RequestHandler} from 'express';
import * as z from 'zod';
import {MATTERMOST_ID} from '../../../contract/mattermost-id.js';
import type {MeetingStarted, StartMeetingRequest} from '../../../contract/meetings.js';
import {readTopic} from '../../core/domain/topic.js';
import type {Clock} from '../../core/ports/clock.js';
import type {StartMeeting} from '../../core/usecases/start-meeting.js';
import {withDeadline} from '../../lib/deadline.js';
import type {DescribeStart} from '../describe-start.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import {jsonRoute, type JsonRouteDeps} from './json-route.js';
import {startNotices} from '../start-notices.js';
import {startProblem} from './start-problem.js';

/** The official plugin's shape; who starts is never read from it. */
export const startBodySchema = z.object({
  channel_id: z.string().regex(MATTERMOST_ID),
  root_id: z.union([z.literal(''), z.string().regex(MATTERMOST_ID)]).default(''),
  topic: z.string().default(''),
  meeting_id: z.enum(['unique', 'personal']).optional(),
  large_channel: z.literal(true).optional(),
}) satisfies z.ZodType<StartMeetingRequest>;

export interface StartMeetingHandlerDeps extends JsonRouteDeps {
  clock: Clock;
  startMeeting: StartMeeting;
  describeStart: DescribeStart;
}

/** `POST /api/v1/meetings[?force=…]`: a start by button. A double click answers with the first meeting. */
export const startMeetingHandler = (deps: StartMeetingHandlerDeps): RequestHandler =>
  jsonRoute(startBodySchema, deps, async ({body, request, userId, user, reader}) => {
    const {channel_id: channelId, root_id: rootId, topic, meeting_id: meetingId} = body;
    const besides = Boolean(request.query['force']);
    // Whoever presses our buttons sees our cards.
    const place = {channelId, rootId, mayPostHere: false, drawsCards: true};
    const said = {besides, meetingId, isForMany: body.large_channel === true};
    const start = {...place, ...said, userId, user: user(), topic: readTopic(topic)};
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.startMeeting({...start, signal}),
    );
    if (outcome.kind === 'started') {
      const {id, meeting, postId} = outcome.card;
      const notices = startNotices(outcome, (await reader()).translate);
      const notice = notices.length > 0 && {notice: notices.join(' ')};
      const names = {card_id: id, meeting_id: meeting.number};
      const json = {meeting_url: meeting.joinUrl, post_id: postId, ...names, ...notice};
      return {json: json satisfies MeetingStarted};
    }
    if (outcome.kind === 'already-started' && outcome.existing.joinUrl !== undefined) {
      const {joinUrl, postId = ''} = outcome.existing;
      return {json: {meeting_url: joinUrl, post_id: postId} satisfies MeetingStarted};
    }
    const message = deps.describeStart(outcome, await reader());
    return {...startProblem(outcome, deps.clock.now()), message};
  });
