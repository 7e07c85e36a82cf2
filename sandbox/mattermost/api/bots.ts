import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import {createBotAccount, setImage} from '../bot-accounts.js';
import {notFound} from '../refusals.js';
import type {State} from '../state.js';

/** Bot accounts. As on a real server, a person with the bot's name is returned in its place. */
export function botFunctions(state: State): Pick<ApiFunctions, 'EnsureBotUser' | 'SetProfileImage'> {
  return {
    EnsureBotUser: ({Username = '', DisplayName = '', Description = ''}) => {
      const known = [...state.users.values()].find(({username}) => username === Username);
      if (known !== undefined) return known.id;
      return createBotAccount(state, {
        username: Username,
        displayName: DisplayName,
        description: Description,
      }).user_id;
    },

    SetProfileImage: (userId, image) => {
      if (![...state.bots.values()].some(({user_id}) => user_id === userId)) {
        throw notFound('app.user.missing_account.const', 'user');
      }
      setImage(state, userId, image);
    },
  };
}
