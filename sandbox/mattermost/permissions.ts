import type {ChannelRecord, TeamMemberRecord, UserRecord} from './records.js';
import {memberKey, type State} from './state.js';

export const hasRole = (user: Pick<UserRecord, 'roles'>, role: string): boolean =>
  user.roles.split(' ').includes(role);

export const isSystemAdmin = (user: Pick<UserRecord, 'roles'>): boolean => hasRole(user, 'system_admin');

export const isChannelMember = (state: State, channelId: string, userId: string): boolean =>
  state.members.has(memberKey(channelId, userId));

export const findTeamMember = (state: State, teamId: string, userId: string): TeamMemberRecord | undefined =>
  state.teamMembers.get(memberKey(teamId, userId));

/** Who has `manage_own_slash_commands` and `manage_team_roles`. */
export const mayManageTeam = (state: State, teamId: string, user: UserRecord): boolean =>
  isSystemAdmin(user) || findTeamMember(state, teamId, user.id)?.scheme_admin === true;

/** Who has `read_public_channel`, `join_public_channels` and `add_user_to_team`: guests have not. */
export const isFullTeamMember = (state: State, teamId: string, user: UserRecord): boolean =>
  isSystemAdmin(user) || findTeamMember(state, teamId, user.id)?.scheme_guest === false;

/** Members read a channel, and a public one everybody in its team. */
export const mayRead = (state: State, channel: ChannelRecord, user: UserRecord): boolean =>
  isSystemAdmin(user) ||
  isChannelMember(state, channel.id, user.id) ||
  (channel.type === 'O' && isFullTeamMember(state, channel.team_id, user));

/** Who has `create_post`: by membership, or by a system role that needs none. */
export const mayPost = (state: State, channel: ChannelRecord, user: UserRecord): boolean =>
  isSystemAdmin(user) ||
  hasRole(user, 'system_post_all') ||
  (channel.type === 'O' && hasRole(user, 'system_post_all_public')) ||
  state.members.get(memberKey(channel.id, user.id))?.permissions.includes('create_post') === true;
