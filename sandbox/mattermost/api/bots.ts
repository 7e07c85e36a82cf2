import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import {notFound} from '../refusals.js';
import {seed} from '../seed.js';
import {newId, type State} from '../state.js';

/** Bot accounts. As on a real server, a person who has the bot's name is handed out in its place. */
export function botFunctions(state: State): Pick<ApiFunctions, 'EnsureBotUser' | 'SetProfileImage'> {
  return {
    EnsureBotUser: ({Username = '', DisplayName = '', Description = ''}) => {
      const known = [...state.users.values()].find(({username}) => username === Username);
      if (known !== undefined) return known.id;
      const id = newId();
      const account = {id, username: Username, first_name: DisplayName, email: `${Username}@localhost`};
      seed(state, {users: [{...account, is_bot: true}]});
      const bot = {
        user_id: id,
        username: Username,
        display_name: DisplayName,
        description: Description,
        imageBytes: 0,
      };
      state.bots.set(Username, bot);
      state.changes.tell({kind: 'bot', bot});
      return id;
    },

    SetProfileImage: (userId, image) => {
      const known = [...state.bots.values()].find(({user_id}) => user_id === userId);
      if (known === undefined) throw notFound('app.user.missing_account.const', 'user');
      const bot = {...known, imageBytes: image.length};
      state.bots.set(bot.username, bot);
      state.changes.tell({kind: 'bot', bot});
    },
  };
}
