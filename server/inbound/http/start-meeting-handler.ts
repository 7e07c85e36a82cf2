import type {RequestHandler} from 'express';
import * as z from 'zod';
import {readTopic} from '../../core/domain/topic.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Texts} from '../../core/ports/texts.js';
import type {StartMeeting} from '../../core/usecases/start-meeting.js';
import {abortAfter} from '../../lib/abort-after.js';
import {parseJson} from '../../lib/parse-json.js';
import type {DescribeStart} from '../describe-start.js';
import {readerFor} from '../reader.js';
import {actingUser} from './acting-user.js';
import {sendProblem} from './api-problem.js';
import {startProblem} from './start-problem.js';

/** The official plugin's shape; who starts is never read from it. */
const bodySchema = z.object({
  channel_id: z.string().regex(/^[a-z0-9]{26}$/),
  root_id: z.union([z.literal(''), z.string().regex(/^[a-z0-9]{26}$/)]).default(''),
  topic: z.string().default(''),
});

/** As for a command: after this nothing new is begun. */
const BEGIN_NOTHING_AFTER_MS = 7_500;

interface StartMeetingHandlerDeps {
  chat: Chat;
  clock: Clock;
  texts: Texts;
  startMeeting: StartMeeting;
  describeStart: DescribeStart;
}

/** `POST /api/v1/meetings[?force=…]`: a start by button. A double click answers with the first meeting. */
export const startMeetingHandler =
  ({chat, clock, texts, startMeeting, describeStart}: StartMeetingHandlerDeps): RequestHandler =>
  async (request, response) => {
    const userId = actingUser(request);
    const user = chat.user(userId);
    const reader = user.then(
      (found) => readerFor(texts, found),
      () => readerFor(texts, undefined),
    );
    const body = bodySchema.safeParse(parseJson(request.body as Buffer));
    if (!body.success) {
      const {translate} = await reader;
      sendProblem(response, {status: 400, code: 'bad_request', message: translate('api.badRequest')});
      return;
    }
    const {channel_id: channelId, root_id: rootId, topic} = body.data;
    const {signal, cancel} = abortAfter(clock, BEGIN_NOTHING_AFTER_MS);
    const besides = Boolean(request.query['force']);
    const place = {channelId, rootId, mayPostHere: false};
    const start = {...place, userId, user, topic: readTopic(topic), besides, signal};
    const outcome = await startMeeting(start).finally(cancel);
    if (outcome.kind === 'started') {
      const {id, meeting, postId} = outcome.card;
      response.json({
        meeting_url: meeting.joinUrl,
        post_id: postId,
        card_id: id,
        meeting_id: meeting.number,
      });
    } else if (outcome.kind === 'already-started' && outcome.existing.joinUrl !== undefined) {
      const {joinUrl, postId = ''} = outcome.existing;
      response.json({meeting_url: joinUrl, post_id: postId});
    } else {
      const message = describeStart(outcome, await reader);
      sendProblem(response, {...startProblem(outcome, clock.now()), message});
    }
  };
