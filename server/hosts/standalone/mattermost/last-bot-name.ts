import {hasCode} from '../../../core/ports/port-error.js';
import type {BotAccount} from '../../../core/ports/service-records.js';
import {BOT_NAME} from './bot.js';

/**
 * What the bot was called when it was last let in; where nobody can know, as `init` calls it. Rejects with
 * `store-unavailable`.
 */
export async function lastBotName(botAccount: Pick<BotAccount, 'last'>): Promise<string> {
  try {
    return (await botAccount.last())?.username ?? BOT_NAME;
  } catch (error) {
    if (hasCode(error, 'record-unreadable')) return BOT_NAME;
    throw error;
  }
}
