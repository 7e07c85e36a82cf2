import type {Site} from '../../../core/domain/site.js';
import type {Chat} from '../../../core/ports/chat.js';
import {hasCode} from '../../../core/ports/port-error.js';
import type {CommandAnswers} from '../../../core/ports/service-records.js';
import type {Bot} from './bot.js';
import {answered} from './chat-answer.js';
import type {MattermostClient} from './client.js';
import {privateAnswer, speakerOf} from './private-answer.js';

interface PrivateMessagesDeps {
  client: MattermostClient;
  bot: Bot;
  commandAnswers: Pick<CommandAnswers, 'pathFor'>;
  site: () => Promise<Site>;
}

/** A bot cannot show anybody anything in private, but a command that was typed in that place can be answered again. */
export const createPrivateMessages = ({client, bot, commandAnswers, site}: PrivateMessagesDeps) =>
  ({
    async showPrivately(userId, {place, ...message}) {
      const path = await commandAnswers.pathFor(userId, place);
      if (path === undefined) return 'nowhere';
      const answer = privateAnswer(message, speakerOf(bot, (await site()).url));
      try {
        await answered(client.send(path, {method: 'post', body: JSON.stringify(answer)}));
        return 'shown';
      } catch (error) {
        // Mattermost takes five answers in half an hour.
        if (hasCode(error, 'chat-refused')) return 'nowhere';
        throw error;
      }
    },
  }) satisfies Partial<Chat>;
