import type {CommandReply, CommandRequest} from '../../core/ports/application.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import {withDeadline} from '../../lib/deadline.js';
import type {CommandResponse} from '../../protocol/models/command.js';
import {toCommandResponse} from './command.js';

/** Somebody has already waited for the command. */
const SHOWN_WITHIN_MS = 1_500;

/**
 * The bot says it, to the person alone: the command's own answer would appear under the name "System". That is the
 * fallback where the bot cannot post.
 */
export async function answerCommand(
  {chat, clock, logger}: {chat: Pick<Chat, 'showPrivately'>; clock: Clock; logger: Logger},
  {request, reply}: {request: CommandRequest; reply: CommandReply},
): Promise<CommandResponse> {
  const {userId, channelId, rootId} = request;
  const {text, attachments, createdAt = clock.now(), goToUrl} = reply;
  const message = {text, ...(attachments && {attachments}), place: {channelId, rootId, createdAt}};
  const showing = chat.showPrivately(userId, message);
  const outcome = await withDeadline(clock, SHOWN_WITHIN_MS, ({orLate}) =>
    orLate<string>(showing, () => 'too late'),
  ).catch((error: unknown) => String(error));
  if (outcome !== 'shown') logger.warn('The bot could not show the answer to a command', {reason: outcome});
  return outcome === 'shown' ? {GotoLocation: goToUrl} : toCommandResponse(reply);
}
