import type {Capabilities} from '../../core/domain/capabilities.js';
import type {Chat, PrivatePlace} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import {isPortError} from '../../core/ports/port-error.js';
import type {PressAnswer} from './action.js';

export interface PressedMessage {
  /** Where the answer goes. */
  place: PrivatePlace;
  /** The private message that it takes the place of; `undefined`: it is a new one. */
  postId: string | undefined;
  /** The button was drawn for the presser. */
  isTheirs: boolean;
}

/** What Mattermost is answered: nothing, or the text that nobody would read otherwise. */
interface ActionAnswer {
  ephemeral_text?: string;
}

/**
 * Shows what came of a press where the presser looks. Where that is not possible it goes out by direct message, but for
 * secrets and for buttons of others; the rest is left to Mattermost, whose reply shows in the thread at least.
 */
export const createTellPresser =
  ({chat, capabilities, logger}: {chat: Chat; capabilities: Capabilities; logger: Logger}) =>
  async (userId: string, pressed: PressedMessage, answer: PressAnswer): Promise<ActionAnswer> => {
    const {text, attachments, isSecret = false, isToldDirectly = false} = answer;
    const message = {text, ...(attachments && {attachments})};
    const where = {place: pressed.place, ...(pressed.postId !== undefined && {postId: pressed.postId})};
    const reached = async (way: Promise<unknown>): Promise<boolean> => {
      try {
        return (await way) !== 'nowhere';
      } catch (error) {
        if (!isPortError(error)) throw error;
        logger.warn('The answer to a button was not shown', {error: error.message});
        return false;
      }
    };
    if (await reached(chat.showPrivately(userId, {...message, ...where}))) return {};
    if (isToldDirectly) return {};
    const mayWrite = pressed.isTheirs && !isSecret && !capabilities.privatePosts;
    if (mayWrite && (await reached(chat.sendDirectMessage(userId, message)))) return {};
    return {ephemeral_text: text};
  };
