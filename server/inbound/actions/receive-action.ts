import type {RequestHandler, Response} from 'express';
import {z} from 'zod';
import type {Capabilities} from '../../core/domain/capabilities.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Texts} from '../../core/ports/texts.js';
import {parseJson} from '../../lib/parse-json.js';
import {actingUser} from '../http/acting-user.js';
import {type Reader, readerFor} from '../reader.js';
import type {Action} from './action.js';
import type {ButtonDeps} from './draw-button.js';
import {readSignedContext} from './signed-context.js';

/**
 * Mattermost's `PostActionIntegrationRequest`, of which the context is used, and the user only where no session says
 * who pressed: the rest can be typed by anybody.
 */
const pressSchema = z.object({context: z.unknown(), user_id: z.string().optional()});

interface ReceiveActionDeps extends Pick<ButtonDeps, 'key' | 'clock'> {
  capabilities: Capabilities;
  chat: Chat;
  texts: Texts;
  logger: Logger;
}

/**
 * A press counts only when the button was ours and made for the presser. Mattermost keeps only the last write of an
 * answer: it is one JSON of known length.
 */
export const receiveAction =
  (action: Action, {capabilities, key, clock, chat, texts, logger}: ReceiveActionDeps): RequestHandler =>
  async (request, response) => {
    const body = pressSchema.safeParse(parseJson(request.body as Buffer));
    if (!body.success) {
      response.status(400).end();
      return;
    }
    const userId = capabilities.sessions ? actingUser(request) : body.data.user_id;
    const context = key && readSignedContext(key, action.name, body.data.context);
    const isTheirs = context !== undefined && context.userId === userId;
    const user = isTheirs ? await chat.user(context.userId) : undefined;
    if (context === undefined || user === undefined) {
      const presser = capabilities.sessions ? await chat.user(actingUser(request)) : undefined;
      refuse(response, presser && readerFor(texts, presser));
      return;
    }
    const reader = readerFor(texts, user);
    const answer =
      context.expiresAt < clock.now()
        ? {text: reader.translate(action.whenExpired)}
        : await action.press({user, reader, values: context.values, logger});
    if (answer === 'forbidden') refuse(response, reader);
    else response.json({ephemeral_text: answer.text});
  };

/** Mattermost shows people what a plugin answers, whatever the status. */
function refuse(response: Response, reader: Reader | undefined): void {
  response.status(403);
  if (reader === undefined) response.end();
  else response.json({ephemeral_text: reader.translate('action.refused')});
}
