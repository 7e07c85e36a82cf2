import type {Chat, ChatUser, PrivateMessage} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import {isChatError} from '../ports/port-error.js';
import type {Allowance} from './allowance.js';

/** What became of a message to somebody. too-many: its sender has written to as many as they may for now */
export type Telling = 'told' | 'too-many' | 'not-delivered';

/** Writes to one person by the bot's direct message, in the name of another. */
export type TellPerson = (senderId: string, person: ChatUser, message: PrivateMessage) => Promise<Telling>;

interface TellPersonDeps {
  chat: Pick<Chat, 'sendDirectMessage'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  newId: () => string;
  /** Each message counts: nobody makes the bot write to the whole server. */
  allowance: Pick<Allowance, 'spend'>;
}

export const createTellPerson =
  ({chat, clock, logger, newId, allowance}: TellPersonDeps): TellPerson =>
  async (senderId, person, message) => {
    const nextAt = allowance.spend(senderId, {id: newId(), at: clock.now()});
    if (nextAt !== undefined) return 'too-many';
    try {
      await chat.sendDirectMessage(person.id, message);
      return 'told';
    } catch (error) {
      if (!isChatError(error)) throw error;
      // Never the message: it may hold what is for that person alone.
      logger.warn('A direct message in the name of somebody was not delivered', {error: error.message});
      return 'not-delivered';
    }
  };
