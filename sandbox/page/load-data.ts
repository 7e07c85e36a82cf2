import {rest} from './seat.js';
import {addPosts, changeEntities} from './store.js';
import type {Channel, Command, Post, User} from './types.js';

const byId = <T extends {id: string}>(list: readonly T[]): Record<string, T> =>
  Object.fromEntries(list.map((item) => [item.id, item]));

/** Everything that the signed-in person may see. */
export async function loadData(): Promise<void> {
  const [me, users, channels, config, preferences, commands] = await Promise.all([
    rest<User>('GET', '/users/me'),
    rest<User[]>('GET', '/users'),
    rest<Channel[]>('GET', '/users/me/channels'),
    rest<Record<string, string>>('GET', '/config/client'),
    rest<{category: string; name: string; value: string}[]>('GET', '/users/me/preferences'),
    rest<Command[]>('GET', '/commands'),
  ]);
  changeEntities((entities) => ({
    general: {config},
    commands,
    users: {
      currentUserId: me.id,
      profiles: {...byId(users), [me.id]: {...entities.users.profiles[me.id], ...me}},
    },
    channels: {
      channels: byId(channels),
      currentChannelId: entities.channels.currentChannelId || (channels[0]?.id ?? ''),
    },
    preferences: {
      myPreferences: Object.fromEntries(
        preferences.map((preference) => [`${preference.category}--${preference.name}`, preference]),
      ),
    },
  }));
  const lists = await Promise.all(
    channels.map(({id}) => rest<{posts: Record<string, Post>}>('GET', `/channels/${id}/posts`)),
  );
  addPosts(lists.flatMap(({posts}) => Object.values(posts)));
}
