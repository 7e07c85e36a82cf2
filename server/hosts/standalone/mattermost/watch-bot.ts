import type {Clock} from '../../../core/ports/clock.js';
import type {Logger} from '../../../core/ports/logger.js';
import type {Metrics} from '../../../core/ports/metrics.js';
import {hasCode} from '../../../core/ports/port-error.js';
import {meaningOf} from '../../chat-answers.js';
import {askBotState} from './ask-bot-state.js';
import type {MattermostClient} from './client.js';
import {RestError} from './rest-error.js';

/** disabled, refused: Mattermost answers, and does not let the bot in; without its account, or without its token. */
type Standing = 'in' | 'disabled' | 'refused' | 'unreachable';

const LOOK_EVERY_MS = 30_000;

/** Each question about its account stands in Mattermost's log as somebody's failure to sign in. */
const ACCOUNT_AGAIN_MS = 10 * 60_000;

interface WatchBotDeps {
  client: Pick<MattermostClient, 'api' | 'send'>;
  metrics: Pick<Metrics, 'mattermostConnected'>;
  clock: Pick<Clock, 'now' | 'after'>;
  logger: Logger;
  /** The bot's name when it was last let in. Rejects with `store-unavailable`. */
  lastName: () => Promise<string>;
  /** Called when Mattermost answers the bot again. */
  isBack: () => void;
}

/** What is known of the bot's account; from the first look on, it keeps itself up to date. */
export interface BotWatch {
  /** Looks at once: something has happened that may be a sign. */
  look: () => void;
  end(): void;
}

/**
 * Asks Mattermost as the bot, again and again: whether the server is up says nothing of a bot that is disabled. The log
 * has one line when that changes.
 */
export function watchBot(deps: WatchBotDeps): BotWatch {
  const {metrics, clock, logger, isBack} = deps;
  const ask = createAsk(deps);
  let told: Standing = 'in';
  let looking: Promise<void> | undefined;
  let cancel = (): void => undefined;
  let hasEnded = false;

  const lookNow = async (): Promise<void> => {
    const {standing, because = ''} = await ask();
    if (hasEnded) return;
    metrics.mattermostConnected.set(standing === 'in' ? 1 : 0);
    if (standing === told || standing === 'out') return;
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
  return {
    look,
    end() {
      hasEnded = true;
      cancel();
    },
  };
}

interface Answer {
  /** out: it is not let in, and until the store is there, nobody knows the name by which to ask why. */
  standing: Standing | 'out';
  because?: string;
}

function createAsk({client, clock, lastName}: WatchBotDeps): () => Promise<Answer> {
  let name: string | undefined;
  let known: {standing: Standing; until: number} | undefined;
  const whyOut = async (): Promise<Answer['standing']> => {
    if (known !== undefined && clock.now() < known.until) return known.standing;
    try {
      name ??= await lastName();
    } catch (error) {
      if (hasCode(error, 'store-unavailable')) return 'out';
      throw error;
    }
    const standing = await askBotState(client, name);
    known = standing && {standing, until: clock.now() + ACCOUNT_AGAIN_MS};
    return standing ?? 'refused';
  };
  return async () => {
    try {
      name = (await client.api.getMe()).username;
      known = undefined;
      return {standing: 'in'};
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      const because = error.message;
      const isShutOut = meaningOf(error) === 'shut-out';
      return {standing: isShutOut ? await whyOut() : 'unreachable', because};
    }
  };
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
