import type {BotRecord} from './records.js';
import {seed} from './seed.js';
import {newId, type State} from './state.js';

/** A bot account that is to be made. */
export interface NewBot {
  username: string;
  displayName?: string;
  description?: string;
  /** Default: an ordinary user's. */
  roles?: string;
  ownerId?: string;
}

/** Makes the account. The name must be free. */
export function createBotAccount(
  state: State,
  {username, displayName = '', description = '', roles = 'system_user', ownerId}: NewBot,
): BotRecord {
  const id = newId();
  const account = {id, username, first_name: displayName, email: `${username}@localhost`, roles};
  seed(state, {users: [{...account, is_bot: true}]});
  const bot: BotRecord = {
    user_id: id,
    username,
    display_name: displayName,
    description,
    imageBytes: 0,
    ...(ownerId !== undefined && {owner_id: ownerId}),
  };
  state.bots.set(username, bot);
  state.changes.tell({kind: 'bot', bot});
  return bot;
}

/** Gives an account a picture; a bot's record tells its size. */
export function setImage(state: State, userId: string, bytes: Uint8Array, type = 'image/png'): void {
  state.images.set(userId, {type, bytes});
  const known = [...state.bots.values()].find(({user_id}) => user_id === userId);
  if (known === undefined) return;
  const bot = {...known, imageBytes: bytes.length};
  state.bots.set(bot.username, bot);
  state.changes.tell({kind: 'bot', bot});
}
