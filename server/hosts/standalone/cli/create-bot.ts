import type {MattermostClient} from '../mattermost/client.js';
import {RestError} from '../mattermost/rest-error.js';

const BOT = {
  username: 'zoom',
  display_name: 'Zoom',
  description: 'Starts Zoom meetings and shows how they go.',
};

interface CreateBotOptions {
  isAdmin: boolean;
  say: (line: string) => void;
}

/**
 * Creates the bot account (or takes the existing one), adds it to every team with the right to manage `/zoom` there,
 * and gives it a new token.
 * @returns the token
 * @throws Error with what to do when the name is a person's, or the administrator's token allows too little
 */
export async function createBot(client: MattermostClient, {isAdmin, say}: CreateBotOptions): Promise<string> {
  const {api} = client;
  const userId = await botIn(client);
  // `system_post_all`: cards go into channels that the bot has not been invited to.
  const roles = ['system_user', 'system_post_all', ...(isAdmin ? ['system_admin'] : [])];
  await explained('give the bot its roles', api.updateUserRoles(userId, roles.join(' ')));
  for (const {id, display_name: name} of await explained('list the teams', api.getMyTeams())) {
    await explained(`add the bot to the team ${name}`, api.addToTeam(id, userId));
    await explained(
      `let the bot keep the command of the team ${name}`,
      api.updateTeamMemberSchemeRoles(id, userId, true, true),
    );
    say(`The bot is in the team ${name}.`);
  }
  const {token = ''} = await explained(
    'make a token for the bot',
    api.createUserAccessToken(userId, 'Zoom for Mattermost'),
  );
  return token;
}

async function botIn({api}: MattermostClient): Promise<string> {
  try {
    return (await api.createBot(BOT)).user_id;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    // What counts is why the bot could not be created; whether there is one is only a better explanation.
    const known = await api.getUserByUsername(BOT.username).catch(() => undefined);
    if (known?.is_bot === true) return known.id;
    if (known !== undefined)
      throw new Error(
        `The user name "${BOT.username}" belongs to a person; rename that account and try again.`,
      );
    throw new Error(
      `The bot could not be created: ${error.message}. The token must be a system administrator’s, and System Console → Integrations → Bot Accounts must allow bots.`,
    );
  }
}

async function explained<T>(what: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    throw new Error(`Mattermost did not ${what}: ${error.message}`, {cause: error});
  }
}
