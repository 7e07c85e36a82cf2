import type {Channel} from '@mattermost/types/channels';
import type {Post} from '@mattermost/types/posts';
import type {UserProfile} from '@mattermost/types/users';
import {hasFurtherRoles} from '../../../core/domain/has-further-roles.js';
import type {ChatChannel, ChatPost, ChatUser} from '../../../core/ports/chat.js';

/** REST never says whether an address is confirmed, and tells only system administrators how somebody signs in. */
export function toChatUser(user: UserProfile): ChatUser {
  const roles = user.roles.split(' ');
  return {
    id: user.id,
    username: user.username,
    nickname: user.nickname,
    firstName: user.first_name,
    lastName: user.last_name,
    email: user.email,
    emailVerified: false,
    authService: user.auth_service ?? '',
    locale: user.locale,
    timezone: timezoneOf(user),
    isGuest: roles.includes('system_guest'),
    isBot: user.is_bot ?? false,
    isSystemAdmin: roles.includes('system_admin'),
    hasFurtherRoles: hasFurtherRoles(roles),
    isDeactivated: user.delete_at !== 0,
    isRemote: (user.remote_id ?? '') !== '',
  };
}

export const toChatChannel = ({id, team_id, delete_at, type, display_name}: Channel): ChatChannel => ({
  id,
  teamId: team_id,
  isArchived: delete_at !== 0,
  isDirect: type === 'D' || type === 'G',
  ...(display_name !== '' && {displayName: display_name}),
});

export const toChatPost = (post: Post): ChatPost => ({
  id: post.id,
  channelId: post.channel_id,
  rootId: post.root_id,
  userId: post.user_id,
  type: post.type,
  message: post.message,
  createdAt: post.create_at,
  isDeleted: post.delete_at !== 0,
  props: post.props ?? {},
});

function timezoneOf({timezone}: UserProfile): string {
  if (timezone === undefined) return '';
  const isAutomatic = String(timezone.useAutomaticTimezone) === 'true';
  return (isAutomatic ? timezone.automaticTimezone : timezone.manualTimezone) ?? '';
}
