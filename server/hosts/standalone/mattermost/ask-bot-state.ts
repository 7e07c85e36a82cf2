import {meaningOf} from '../../chat-answers.js';
import type {MattermostClient} from './client.js';
import {RestError} from './rest-error.js';

/**
 * Whether the bot's account is disabled, which its own token cannot find out: Mattermost answers it as it answers an
 * unknown one. To somebody who wants to sign in as the bot, however, it says that the account is deactivated, before it
 * looks at any password. 'refused': it says something else; `undefined`: it does not answer.
 * Source: `login` in server/channels/api4/user.go, which tells this error to everybody.
 */
export async function askBotState(
  anybody: Pick<MattermostClient, 'send'>,
  username: string,
): Promise<'disabled' | 'refused' | undefined> {
  const body = JSON.stringify({login_id: username, password: 'bots-have-none'});
  try {
    await anybody.send('/api/v4/users/login', {method: 'post', body});
    return 'refused';
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    if (error.id === 'api.user.login.inactive.app_error') return 'disabled';
    return meaningOf(error) === 'not-now' ? undefined : 'refused';
  }
}
