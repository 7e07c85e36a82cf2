import type {CommandReply, CommandRequest} from '../../core/ports/application.js';
import type {Chat, PrivateMessage} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import {isChatError} from '../../core/ports/port-error.js';
import type {Translate} from '../../core/ports/texts.js';

/** What is shown to the person who typed. `isTheirsAlone`: nobody else may come to know it. */
export interface AskerAnswer extends PrivateMessage {
  isTheirsAlone?: true;
}

interface AnswerAskerDeps {
  chat: Pick<Chat, 'sendDirectMessage'>;
  logger: Logger;
}

/** Mattermost itself says who has typed, and nobody can claim to be them. */
export const isVouchedFor = ({standing}: Pick<CommandRequest, 'standing'>): boolean => standing === undefined;

/**
 * The answer to a command. Where it is only claimed who has typed, what is theirs alone goes to them by direct message:
 * whoever knows the token of the command reads its answer.
 */
export async function answerAsker(
  {chat, logger}: AnswerAskerDeps,
  request: Pick<CommandRequest, 'userId' | 'standing'>,
  {isTheirsAlone, ...message}: AskerAnswer,
  translate: Translate,
): Promise<CommandReply> {
  if (isVouchedFor(request) || isTheirsAlone === undefined) return message;
  try {
    await chat.sendDirectMessage(request.userId, message);
    return {text: translate('asker.sent')};
  } catch (error) {
    if (!isChatError(error)) throw error;
    logger.warn('An answer that is for one person alone could not be sent', {error: error.message});
    return {text: translate('asker.notSent')};
  }
}
