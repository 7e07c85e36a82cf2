import type {Team} from '@mattermost/types/teams';
import {BOT_NAME} from '../mattermost/bot.js';
import type {MattermostClient} from '../mattermost/client.js';
import {POSTS_EVERYWHERE, TOKEN_NAME} from './bot-account.js';
import {explained} from './explained.js';
import type {FoundBot} from './find-bot.js';

const BOT = {
  username: BOT_NAME,
  display_name: 'Zoom',
  description: 'Starts Zoom meetings and shows how they go.',
};

interface SetUpBotOptions {
  found: FoundBot;
  /** Those that shall have `/zoom`. */
  teams: readonly Pick<Team, 'id' | 'display_name'>[];
  isAdmin: boolean;
  say: (line: string) => void;
}

/** A token, which is the bot's alone once the earlier ones are revoked. */
export interface BotToken {
  token: string;
  revokeEarlier: () => Promise<void>;
  /** It will not be used after all. */
  revoke: () => Promise<void>;
}

/**
 * Makes the bot account, or enables the one that is there; gives it its roles, its teams, and a new token.
 * @throws Error that says what Mattermost did not do
 */
export async function setUpBot(client: MattermostClient, options: SetUpBotOptions): Promise<BotToken> {
  const {api} = client;
  const {found, say} = options;
  const userId = await botIn(client, found);
  const roles = ['system_user', POSTS_EVERYWHERE, ...(options.isAdmin ? ['system_admin'] : [])];
  await explained('give the bot its roles', api.updateUserRoles(userId, roles.join(' ')));
  for (const team of options.teams) await putInto(client, team, {userId, ...options});
  const made = await explained('make a token for the bot', api.createUserAccessToken(userId, TOKEN_NAME));
  const revoke = (id: string): Promise<unknown> =>
    explained('revoke a token of the bot', api.revokeUserAccessToken(id));
  return {
    token: made.token ?? '',
    async revokeEarlier() {
      for (const {id} of found.tokens) await revoke(id);
      if (found.tokens.length > 0) {
        say(
          'The bot’s earlier token is revoked. If the service is running, start it again: it has that one.',
        );
      }
    },
    async revoke() {
      await revoke(made.id);
    },
  };
}

async function botIn({api}: MattermostClient, {account}: FoundBot): Promise<string> {
  if (account === undefined) return (await explained('make the bot account', api.createBot(BOT))).user_id;
  if (account.delete_at !== 0) await explained('enable the bot', api.enableBot(account.id));
  return account.id;
}

/** Where a bot is no system administrator, it takes an administrator of the team to keep the team's command. */
async function putInto(
  {api}: MattermostClient,
  {id, display_name: name}: Pick<Team, 'id' | 'display_name'>,
  {userId, isAdmin, say}: {userId: string; isAdmin: boolean; say: (line: string) => void},
): Promise<void> {
  await explained(`add the bot to the team ${name}`, api.addToTeam(id, userId));
  if (isAdmin) return say(`The bot is in the team ${name}.`);
  const asAdmin = api.updateTeamMemberSchemeRoles(id, userId, true, true);
  await explained(`let the bot keep the command of the team ${name}`, asAdmin);
  say(`The bot is in the team ${name}, as its administrator, so that it can keep /zoom there.`);
}
