import {hasFurtherRoles} from '../../core/domain/has-further-roles.js';
import type {ChatChannel, ChatPost, ChatUser} from '../../core/ports/chat.js';
import type {Channel} from '../../protocol/models/channel.js';
import type {Post} from '../../protocol/models/post.js';
import type {User} from '../../protocol/models/user.js';
import {plainProps} from '../../protocol/plain-json.js';

export function toChatUser(user: User): ChatUser {
  const roles = (user.Roles ?? '').split(' ');
  return {
    id: user.Id ?? '',
    username: user.Username ?? '',
    nickname: user.Nickname ?? '',
    firstName: user.FirstName ?? '',
    lastName: user.LastName ?? '',
    email: user.Email ?? '',
    emailVerified: user.EmailVerified ?? false,
    authService: user.AuthService ?? '',
    locale: user.Locale ?? '',
    timezone: timezoneOf(user),
    isGuest: roles.includes('system_guest'),
    isBot: user.IsBot ?? false,
    isSystemAdmin: roles.includes('system_admin'),
    hasFurtherRoles: hasFurtherRoles(roles),
    isDeactivated: (user.DeleteAt ?? 0) !== 0,
    isRemote: (user.RemoteId ?? '') !== '',
  };
}

export function toChatChannel(channel: Channel): ChatChannel {
  const {Id: id = '', TeamId: teamId = '', DeleteAt = 0, Type = '', DisplayName = ''} = channel;
  const isDirect = Type === 'D' || Type === 'G';
  return {
    id,
    teamId,
    isArchived: DeleteAt !== 0,
    isDirect,
    ...(DisplayName !== '' && {displayName: DisplayName}),
  };
}

export function toChatPost(post: Post): ChatPost {
  return {
    id: post.Id ?? '',
    channelId: post.ChannelId ?? '',
    rootId: post.RootId ?? '',
    userId: post.UserId ?? '',
    type: post.Type ?? '',
    message: post.Message ?? '',
    createdAt: post.CreateAt ?? 0,
    isDeleted: (post.DeleteAt ?? 0) !== 0,
    props: plainProps(post.Props),
  };
}

function timezoneOf({Timezone = {}}: User): string {
  const setting = Timezone['useAutomaticTimezone'] === 'true' ? 'automaticTimezone' : 'manualTimezone';
  return Timezone[setting] ?? '';
}
