import type {MattermostClient} from '../mattermost/client.js';
import {RestError} from '../mattermost/rest-error.js';

/** The account that `init` makes. */
export const BOT_NAME = 'zoom';

/** By which `init` knows a token of its own again. */
export const TOKEN_NAME = 'Zoom for Mattermost';

/** The role that lets a bot post where members may not: in moderated channels, for example. */
export const POSTS_EVERYWHERE = 'system_post_all';

/**
 * Whether the bot's account is disabled, which its own token cannot find out: Mattermost answers it as it answers an
 * unknown one. To somebody who wants to sign in as the bot, however, it says that the account is deactivated, before it
 * looks at any password. `undefined`: it says something else.
 * Source: `login` in server/channels/api4/user.go, which tells this error to everybody.
 */
export async function askBotState(anybody: MattermostClient): Promise<'disabled' | undefined> {
  const body = JSON.stringify({login_id: BOT_NAME, password: 'bots-have-none'});
  try {
    await anybody.send('/api/v4/users/login', {method: 'post', body});
    return undefined;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return error.id === 'api.user.login.inactive.app_error' ? 'disabled' : undefined;
  }
}
