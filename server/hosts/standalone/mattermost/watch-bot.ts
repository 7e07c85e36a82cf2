import type {Clock} from '../../../core/ports/clock.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {Metrics} from '../../../core/ports/metrics.js';
import {meaningOf} from '../../chat-answers.js';
import {askBotState} from './ask-bot-state.js';
import type {MattermostClient} from './client.js';
import {RestError} from './rest-error.js';

/** disabled, refused: Mattermost answers, and does not let the bot in; without its account, or without its token. */
type Standing = 'in' | 'disabled' | 'refused' | 'unreachable';

/** Until Mattermost has told another one. */
const USUAL_NAME = 'zoom';

const LOOK_EVERY_MS = 30_000;

interface WatchBotDeps {
  client: Pick<MattermostClient, 'api' | 'send'>;
  metrics: Pick<Metrics, 'mattermostConnected'>;
  clock: Pick<Clock, 'after'>;
  logger: Logger;
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
export function watchBot({client, metrics, clock, logger, isBack}: WatchBotDeps): BotWatch {
  let told: Standing = 'in';
  let name = USUAL_NAME;
  let looking: Promise<void> | undefined;
  let cancel = (): void => undefined;
  let hasEnded = false;

  const lookNow = async (): Promise<void> => {
    const {standing, because = '', username = name} = await ask(client, name);
    name = username;
    if (hasEnded) return;
    metrics.mattermostConnected.set(standing === 'in' ? 1 : 0);
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

interface Answer {
  standing: Standing;
  because?: string;
  username?: string;
}

async function ask(client: WatchBotDeps['client'], name: string): Promise<Answer> {
  try {
    const {username} = await client.api.getMe();
    return {standing: 'in', username};
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const because = error.message;
    if (meaningOf(error) !== 'shut-out') return {standing: 'unreachable', because};
    return {standing: (await askBotState(client, name)) ?? 'refused', because};
  }
}

const IS_KEPT = 'What Zoom reports is kept, and shown when the bot is back';

const NEWS = {
  disabled: `The bot is disabled: enable it under Integrations → Bot Accounts. ${IS_KEPT}`,
  refused: `Mattermost does not let the bot in: MattermostToken is no longer valid. Give the service a new token. ${IS_KEPT}`,
  unreachable: `Mattermost does not answer the bot. ${IS_KEPT}`,
} as const satisfies Record<Exclude<Standing, 'in'>, string>;

function logChange(logger: Logger, standing: Standing, because: string): void {
  if (standing === 'in') logger.info('Mattermost answers the bot again');
  else logger.error(NEWS[standing], {error: because});
}
