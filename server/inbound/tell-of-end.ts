import type {Ended, GrantEnd} from '../core/domain/grant.js';
import type {Chat} from '../core/ports/chat.js';
import type {Logger} from '../core/ports/logger.js';
import {isPortError} from '../core/ports/port-error.js';
import type {Texts} from '../core/ports/texts.js';
import {describeNotConnected} from './describe-not-connected.js';
import {readerFor} from './reader.js';

interface TellOfEndDeps {
  chat: Pick<Chat, 'user' | 'sendDirectMessage'>;
  logger: Logger;
  texts: Texts;
  connectUrl: string;
}

/**
 * Tells whoever gave a consent that it is over. Never rejects: their next start tells it, too. `by` is '' where an
 * account's consent is from the official plugin, which did not note whose it was.
 */
export const createTellOfEnd =
  ({chat, logger, texts, connectUrl}: TellOfEndDeps) =>
  async ({owner, by}: Ended, because: GrantEnd): Promise<void> => {
    if (by === '') return;
    try {
      const user = await chat.user(by);
      if (user === undefined || user.isDeactivated) return;
      const reader = readerFor(texts, user);
      const text = describeNotConnected(
        reader,
        {kind: 'not-connected', who: owner.kind, because},
        connectUrl,
      );
      await chat.sendDirectMessage(by, {text});
    } catch (error) {
      if (!isPortError(error)) throw error;
      logger.warn('Somebody could not be told that their connection to Zoom has ended', {
        error: error.message,
      });
    }
  };
