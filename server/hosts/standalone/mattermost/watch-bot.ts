import type {Clock} from '../../../core/ports/clock.js';
import type {Logger} from '../../../core/ports/logger.js';
import {meaningOf} from '../../chat-answers.js';
import type {MattermostClient} from './client.js';
import {RestError} from './rest-error.js';

/** shut-out: Mattermost answers, and does not let the bot in. */
type Standing = 'in' | 'shut-out' | 'unreachable';

const LOOK_EVERY_MS = 30_000;

interface WatchBotDeps {
  client: Pick<MattermostClient, 'api'>;
  clock: Pick<Clock, 'after'>;
  logger: Logger;
  /** Called after every look: whether Mattermost answers the bot. */
  tell: (isIn: boolean) => void;
  /** Called when Mattermost answers the bot again. */
  isBack: () => void;
}

/** What is known of the bot's account, and keeps itself up to date. */
export interface BotWatch {
  /** Looks at once: something has happened that may be a sign. */
  look: () => void;
  end(): void;
}

/**
 * Asks Mattermost as the bot, again and again: whether the server is up says nothing of a bot that is disabled. The log
 * has one line when that changes.
 */
export function watchBot({client, clock, logger, tell, isBack}: WatchBotDeps): BotWatch {
  let told: Standing = 'in';
  let looking: Promise<void> | undefined;
  let cancel = (): void => undefined;
  let hasEnded = false;

  const lookNow = async (): Promise<void> => {
    const {standing, because} = await ask(client);
    if (hasEnded) return;
    tell(standing === 'in');
    if (standing === told) return;
    told = standing;
    logChange(logger, standing, because);
    if (standing === 'in') isBack();
  };
  const look = (): void => {
    if (looking !== undefined || hasEnded) return;
    cancel();
    looking = lookNow().finally(() => {
      looking = undefined;
      if (!hasEnded) cancel = clock.after(LOOK_EVERY_MS, look);
    });
  };
  look();
  return {
    look,
    end() {
      hasEnded = true;
      cancel();
    },
  };
}

async function ask({api}: WatchBotDeps['client']): Promise<{standing: Standing; because: string}> {
  try {
    await api.getMe();
    return {standing: 'in', because: ''};
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const isShutOut = meaningOf(error) === 'shut-out';
    return {standing: isShutOut ? 'shut-out' : 'unreachable', because: error.message};
  }
}

function logChange(logger: Logger, standing: Standing, because: string): void {
  switch (standing) {
    case 'in':
      return logger.info('Mattermost answers the bot again');
    case 'shut-out':
      // It gives the same answer to both.
      return logger.error(
        'Mattermost does not let the bot in: it is disabled (enable it under Integrations → Bot Accounts), or MattermostToken is no longer valid. What Zoom reports is kept, and shown when the bot is back',
        {error: because},
      );
    case 'unreachable':
      return logger.error(
        'Mattermost does not answer the bot. What Zoom reports is kept, and shown when it does',
        {error: because},
      );
  }
}
