import type {RequestHandler} from 'express';
import {z} from 'zod';
import {type Chat, ChatError} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Texts} from '../../core/ports/texts.js';
import {parseJson} from '../../lib/parse-json.js';
import {actingUser} from '../http/acting-user.js';
import {readerFor} from '../reader.js';
import type {Action} from './action.js';

/** Mattermost's `PostActionIntegrationRequest`, of which only the context is used: the rest can be typed by anybody. */
const pressSchema = z.object({context: z.unknown()});

/** Mattermost keeps only the last write of an answer: it is one JSON of known length. */
export const receiveAction =
  (action: Action, deps: {chat: Chat; texts: Texts; logger: Logger}): RequestHandler =>
  async (request, response) => {
    const body = pressSchema.safeParse(parseJson(request.body as Buffer));
    if (!body.success) {
      response.status(400).end();
      return;
    }
    const userId = actingUser(request);
    const user = await deps.chat.user(userId).catch((error: unknown) => {
      // Only the language is lost.
      if (error instanceof ChatError) return undefined;
      throw error;
    });
    const {translate} = readerFor(deps.texts, user);
    const answer = await action.press({userId, context: body.data.context, translate, logger: deps.logger});
    if (answer === 'forbidden') response.status(403).end();
    else response.json({ephemeral_text: answer.text});
  };
