import type {UserAccessToken, UserProfile} from '@mattermost/types/users';
import type {MattermostClient} from '../mattermost/client.js';
import {BOT_NAME} from '../mattermost/bot.js';
import {RestError} from '../mattermost/rest-error.js';
import {TOKEN_NAME} from './bot-account.js';
import {explained} from './explained.js';

/** What there is of the bot before `init` changes anything. */
export interface FoundBot {
  /** `undefined`: there is none yet. */
  account: UserProfile | undefined;
  /** That an earlier `init` made. */
  tokens: readonly UserAccessToken[];
  /** In which it is. */
  teamNames: readonly string[];
  isAdmin: boolean;
}

const PAGE = 200;

/**
 * Looks for the bot, and whether one could be made.
 * @throws Error with what to do when the name is a person's, or the server allows no bots
 */
export async function findBot({api}: MattermostClient): Promise<FoundBot> {
  const account = await api.getUserByUsername(BOT_NAME).catch((error: unknown) => {
    if (error instanceof RestError && error.status === 404) return undefined;
    throw error;
  });
  if (account === undefined) {
    const {ServiceSettings} = await explained('show its settings', api.getConfig());
    if (ServiceSettings.EnableBotAccountCreation === false) throw new Error(NO_BOTS);
    return {account, tokens: [], teamNames: [], isAdmin: false};
  }
  if (!account.is_bot) {
    throw new Error(`The user name "${BOT_NAME}" belongs to a person; rename that account and try again.`);
  }
  const [tokens, teams] = await Promise.all([
    explained('list the tokens of the bot', api.getUserAccessTokensForUser(account.id, 0, PAGE)),
    explained('list the teams of the bot', api.getTeamsForUser(account.id)),
  ]);
  return {
    account,
    tokens: tokens.filter(({description}) => description === TOKEN_NAME),
    teamNames: teams.map(({name}) => name),
    isAdmin: account.roles.split(' ').includes('system_admin'),
  };
}

const NO_BOTS =
  'This server lets nobody make bot accounts. Switch on System Console → Integrations → Bot Accounts → Enable Bot Account Creation, and try again.';
