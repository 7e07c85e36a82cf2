import type {Chat} from '../ports/chat.js';
import type {Logger} from '../ports/logger.js';
import {isChatError} from '../ports/port-error.js';

export interface ManyReadersDeps {
  chat: Pick<Chat, 'channel' | 'memberCount'>;
  logger: Logger;
  /** What is posted in channels with more members is confirmed; 0: nothing is. */
  confirmAbove: number;
}

/**
 * How many read a channel, where they are so many that whoever posts there is asked first. Not in a direct or group
 * message, whose members know each other.
 */
export async function manyReaders(
  {chat, logger, confirmAbove}: ManyReadersDeps,
  channelId: string,
): Promise<number | undefined> {
  if (confirmAbove === 0) return undefined;
  try {
    const members = (await chat.memberCount(channelId)) ?? 0;
    if (members <= confirmAbove) return undefined;
    const channel = await chat.channel(channelId);
    return typeof channel === 'object' && channel.isDirect ? undefined : members;
  } catch (error) {
    if (!isChatError(error)) throw error;
    // The question is a courtesy. A meeting that does not start because nobody can count would be the greater harm.
    logger.warn('The members of a channel could not be counted', {error: error.message});
    return undefined;
  }
}
