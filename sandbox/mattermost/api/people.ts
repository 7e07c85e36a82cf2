import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import type {Channel} from '../../../server/protocol/models/channel.js';
import type {User} from '../../../server/protocol/models/user.js';
import type {ChannelRecord, UserRecord} from '../records.js';
import {notFound} from '../refusals.js';
import {memberPermissions} from '../seed.js';
import {memberKey, newId, type State} from '../state.js';

type PeopleFunctions = Pick<
  ApiFunctions,
  | 'GetUser'
  | 'GetUserByEmail'
  | 'GetChannel'
  | 'GetChannelMember'
  | 'GetChannelMembers'
  | 'GetChannelStats'
  | 'GetTeamsForUser'
  | 'GetDirectChannel'
  | 'HasPermissionToChannel'
>;

/** Users, channels and who may do what in them. */
export function peopleFunctions(state: State): PeopleFunctions {
  return {
    GetUser: (id) => toUser(existingUser(state, id)),

    GetUserByEmail: (email) => {
      const user = [...state.users.values()].find((one) => one.email === email);
      if (user === undefined) throw notFound('app.user.missing_account.const', 'user');
      return toUser(user);
    },

    GetChannel: (id) => {
      const channel = state.channels.get(id);
      if (channel === undefined) throw notFound('app.channel.get.existing.app_error', 'channel');
      return toChannel(channel);
    },

    GetChannelMember: (channelId, userId) => {
      const member = state.members.get(memberKey(channelId, userId));
      if (member === undefined) throw notFound('app.channel.get_member.missing.app_error', 'channel member');
      const {scheme_guest: guest, scheme_admin: admin} = member;
      return {
        ChannelId: channelId,
        UserId: userId,
        SchemeGuest: guest,
        SchemeUser: !guest,
        SchemeAdmin: admin,
      };
    },

    GetChannelMembers: (channelId, page, perPage) =>
      [...state.members.values()]
        .filter(({channel_id}) => channel_id === channelId)
        .slice((page ?? 0) * (perPage ?? 0))
        .slice(0, perPage)
        .map(({user_id}) => ({ChannelId: channelId, UserId: user_id})),

    GetChannelStats: (channelId) => ({ChannelId: channelId, MemberCount: countMembers(state, channelId)}),

    // Everybody in a team is in at least one of its channels.
    GetTeamsForUser: (userId) => {
      const channels = [...state.channels.values()].filter(({id}) =>
        state.members.has(memberKey(id, userId)),
      );
      const ids = new Set(channels.map(({team_id}) => team_id).filter((id) => id !== ''));
      return [...ids].map((id) => ({Id: id}));
    },

    // Somebody who is not a member may still be allowed by a system role, as on a real server.
    HasPermissionToChannel: (userId, channelId, {Id = ''}) =>
      state.members.get(memberKey(channelId, userId))?.permissions.includes(Id) === true ||
      (state.users.get(userId)?.roles.split(' ').includes('system_admin') ?? false),

    GetDirectChannel: (userId, otherId) => toChannel(directChannel(state, userId, otherId)),
  };
}

export const countMembers = (state: State, channelId: string): number =>
  [...state.members.values()].filter(({channel_id}) => channel_id === channelId).length;

/** @throws ApiError 404 */
export function existingUser(state: State, id: string): UserRecord {
  const user = state.users.get(id);
  if (user === undefined) throw notFound('app.user.missing_account.const', 'user');
  return user;
}

/** The channel of two users, made when they first need it. */
export function directChannel(state: State, userId: string, otherId: string): ChannelRecord {
  const members = [existingUser(state, userId), existingUser(state, otherId)];
  const name = [userId, otherId].sort().join('__');
  for (const channel of state.channels.values()) if (channel.name === name) return channel;
  const channel: ChannelRecord = {id: newId(), team_id: '', type: 'D', name, display_name: '', delete_at: 0};
  state.channels.set(channel.id, channel);
  for (const {id} of members) {
    const member = {
      channel_id: channel.id,
      user_id: id,
      scheme_guest: false,
      scheme_admin: false,
      permissions: memberPermissions,
    };
    state.members.set(memberKey(channel.id, id), member);
  }
  state.changes.tell({kind: 'people'});
  return channel;
}

export function toUser(user: UserRecord): User {
  return {
    Id: user.id,
    DeleteAt: user.delete_at,
    Username: user.username,
    AuthService: user.auth_service,
    Email: user.email,
    EmailVerified: user.email_verified,
    Nickname: user.nickname,
    FirstName: user.first_name,
    LastName: user.last_name,
    Roles: user.roles,
    Locale: user.locale,
    Timezone: user.timezone,
    RemoteId: user.remote_id,
    IsBot: user.is_bot,
  };
}

function toChannel(channel: ChannelRecord): Channel {
  return {
    Id: channel.id,
    DeleteAt: channel.delete_at,
    TeamId: channel.team_id,
    Type: channel.type,
    DisplayName: channel.display_name,
    Name: channel.name,
  };
}
