import type {ServiceRecords} from '../../../core/ports/service-records.js';
import {meaningOf} from '../../chat-answers.js';
import {type Bot, toBot} from './bot.js';
import type {MattermostClient} from './client.js';
import {RestError} from './rest-error.js';

interface ReadBotDeps {
  client: Pick<MattermostClient, 'api'>;
  records: Pick<ServiceRecords, 'botAccount'>;
}

/** `isShutOut`: Mattermost did not let it in, and this is what was known before. */
export interface FoundBot {
  bot: Bot;
  isShutOut: boolean;
}

/**
 * Who the token belongs to.
 * @throws Error when it is a person: everything that the service writes would be theirs
 */
export async function askForBot({api}: Pick<MattermostClient, 'api'>): Promise<Bot> {
  const me = await api.getMe();
  if (!me.is_bot) throw new Error(`MattermostToken belongs to ${me.username}, who is no bot account`);
  return toBot(me);
}

/**
 * Who the service is. A bot that is disabled meanwhile keeps nobody from starting: what Zoom reports has to be kept.
 * @throws Error when the token is a person's, or when it was never let in
 */
export async function readBot({client, records}: ReadBotDeps): Promise<FoundBot> {
  try {
    const bot = await askForBot(client);
    await records.botAccount.keep(bot);
    return {bot, isShutOut: false};
  } catch (error) {
    if (!(error instanceof RestError) || meaningOf(error) !== 'shut-out') throw error;
    const bot = await records.botAccount.last();
    if (bot === undefined) throw error;
    return {bot, isShutOut: true};
  }
}
