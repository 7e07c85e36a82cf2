import type {RequestHandler} from 'express';
import * as z from 'zod';
import {MATTERMOST_ID} from '../../../contract/mattermost-id.js';
import type {Capabilities} from '../../core/domain/capabilities.js';
import type {Chat, ChatUser, PrivatePlace} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import {hasCode} from '../../core/ports/port-error.js';
import type {Texts} from '../../core/ports/texts.js';
import {parseJson} from '../../lib/parse-json.js';
import {actingUser} from '../http/acting-user.js';
import {readerFor} from '../reader.js';
import type {Action, PressAnswer, Values} from './action.js';
import type {ButtonDeps, DrawButton} from './draw-button.js';
import {type ActionContext, readSignedContext} from './signed-context.js';
import {createTellPresser, type PressedMessage} from './tell-presser.js';

const id = z.string().regex(MATTERMOST_ID).optional().catch(undefined);

/**
 * Mattermost's `PostActionIntegrationRequest`. It can be typed by anybody: what counts is the context, and who presses
 * is what the session says, or what the body says where there is none. Where the answer is shown is of no weight.
 */
const pressSchema = z.object({context: z.unknown(), user_id: id, channel_id: id, post_id: id});

type PressBody = z.infer<typeof pressSchema>;

export interface ReceiveActionDeps extends Pick<ButtonDeps, 'key' | 'clock'> {
  drawButton: DrawButton;
  capabilities: Capabilities;
  chat: Chat;
  texts: Texts;
  logger: Logger;
}

/**
 * A press counts only when the button was ours and made for the presser. What came of it is shown where they look; an
 * answer to the press itself would become a reply, which a channel with collapsed threads does not show.
 */
export function receiveAction<Deps>(
  action: Action<Values, unknown, Deps>,
  deps: Deps & ReceiveActionDeps,
): RequestHandler {
  const {capabilities, key, chat, texts} = deps;
  const tell = createTellPresser(deps);
  return async (request, response) => {
    const body = pressSchema.safeParse(parseJson(request.body as Buffer)).data;
    if (body === undefined) {
      response.status(400).end();
      return;
    }
    const userId = capabilities.sessions ? actingUser(request) : body.user_id;
    const context = key && readSignedContext(key, action.name, body.context);
    const isTheirs = context !== undefined && context.userId === userId;
    // Without a session only our own signature shows that it was Mattermost who told of a press.
    const mayTell = capabilities.sessions || context !== undefined;
    const user = mayTell && userId !== undefined ? await chat.user(userId) : undefined;
    // With a session, nobody whose account is deactivated gets here.
    if (user === undefined || user.isDeactivated) {
      response.status(403).json({});
      return;
    }
    const pressed = pressedMessage(body, isTheirs ? context : undefined, deps.clock.now());
    const answer = isTheirs ? await judge(action, context, {user, place: pressed.place}, deps) : 'forbidden';
    const {translate} = readerFor(texts, user);
    const shown = answer === 'forbidden' ? {text: translate('action.refused')} : answer;
    const left = await tell(user.id, pressed, shown);
    // A text that is left to Mattermost is taken only from an answer that does not look like a failure.
    const isRefusal = answer === 'forbidden' && left.ephemeral_text === undefined;
    // Mattermost keeps only the last write of an answer: it is one JSON of known length.
    response.status(isRefusal ? 403 : 200).json(left);
  };
}

async function judge<Deps>(
  action: Action<Values, unknown, Deps>,
  {expiresAt, userId, values}: ActionContext,
  {user, place}: {user: ChatUser; place: PrivatePlace},
  deps: Deps & ReceiveActionDeps,
): Promise<PressAnswer | 'forbidden'> {
  const reader = readerFor(deps.texts, user);
  if (expiresAt < deps.clock.now()) return {text: reader.translate(action.whenExpired)};
  const read = action.values.safeParse(values);
  if (!read.success) return 'forbidden';
  const drawing = {place, translate: reader.translate};
  const again = () => deps.drawButton(action, {userId, values}, drawing);
  return action.press({user, reader, values: read.data, place, again}, deps).catch((error: unknown) => {
    if (hasCode(error, 'record-unreadable')) return {text: reader.translate('store.unreadable')};
    throw error;
  });
}

/** A message of ours to the presser says itself where it is; of any other only the channel is known. */
function pressedMessage(
  {channel_id: channelId = '', post_id: postId}: PressBody,
  theirs: ActionContext | undefined,
  now: number,
): PressedMessage {
  if (theirs?.place !== undefined) return {place: theirs.place, postId, isTheirs: true};
  return {place: {channelId, rootId: '', createdAt: now}, postId: undefined, isTheirs: theirs !== undefined};
}
