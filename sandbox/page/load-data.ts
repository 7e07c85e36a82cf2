import {rest} from './seat.js';
import {addPosts, changeEntities, store} from './store.js';
import type {Channel, Post, Team, User} from './types.js';

const byId = <T extends {id: string}>(list: readonly T[]): Record<string, T> =>
  Object.fromEntries(list.map((item) => [item.id, item]));

interface Member {
  channel_id: string;
  roles: string;
  scheme_admin: boolean;
  last_viewed_at: number;
}

/** Everything that the signed-in person may see. */
export async function loadData(): Promise<void> {
  const [me, users, channels, teams, members, config, preferences] = await Promise.all([
    rest<User>('GET', '/users/me'),
    rest<User[]>('GET', '/users'),
    rest<Channel[]>('GET', '/users/me/channels'),
    rest<Team[]>('GET', '/users/me/teams'),
    rest<Member[]>('GET', '/users/me/channel_members'),
    rest<Record<string, string>>('GET', '/config/client'),
    rest<{category: string; name: string; value: string}[]>('GET', '/users/me/preferences'),
  ]);
  const {entities: known, views} = store.getState();
  const first = views.page === 'threads' ? '' : (channels[0]?.id ?? '');
  const currentChannelId = known.channels.currentChannelId || first;
  changeEntities((entities) => ({
    general: {config},
    users: {
      currentUserId: me.id,
      profiles: {...byId(users), [me.id]: {...entities.users.profiles[me.id], ...me}},
    },
    teams: {teams: byId(teams), currentTeamId: teams[0]?.id ?? ''},
    channels: {
      channels: byId(channels),
      myMembers: Object.fromEntries(members.map((member) => [member.channel_id, member])),
      lastViewedAt: Object.fromEntries(members.map((member) => [member.channel_id, member.last_viewed_at])),
      currentChannelId: currentChannelId,
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
