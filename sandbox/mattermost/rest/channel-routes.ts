import {countMembers, directChannel} from '../api/people.js';
import {joinChannel} from '../join-channel.js';
import {findTeamMember, isChannelMember, isFullTeamMember, isSystemAdmin, mayRead} from '../permissions.js';
import type {ChannelRecord, MemberRecord} from '../records.js';
import {invalid} from '../refusals.js';
import {memberKey, type State} from '../state.js';
import {viewChannel} from '../view-channel.js';
import {type Call, OK, type RestRoute, textField} from './call.js';
import {found, foundChannel, foundUser} from './find-or-refuse.js';
import {ownUserId, requireThat} from './require.js';
import {RestError} from './rest-error.js';
import {channelRole} from './role-routes.js';

/** Channels and who is in them. */
export function channelRoutes(state: State): readonly RestRoute[] {
  return [
    {method: 'post', path: '/channels/direct', status: 201, run: (call) => openDirect(state, call)},
    {
      method: 'get',
      path: '/channels/:channel_id',
      run: ({user, params}) => {
        const channel = foundChannel(state, params['channel_id'] ?? '');
        requireThat(mayRead(state, channel, user));
        return channel;
      },
    },
    {
      method: 'post',
      path: '/channels/:channel_id/members',
      status: 201,
      run: (call) => addMember(state, call),
    },
    {method: 'post', path: '/channels/members/:user_id/view', run: (call) => view(state, call)},
    {
      method: 'get',
      path: '/users/:user_id/channel_members',
      run: (call) => {
        const userId = ownUserId(call);
        const own = [...state.members.values()].filter(({user_id}) => user_id === userId);
        return own.map((member) => ({
          ...shown(member),
          last_viewed_at: state.views.get(memberKey(member.channel_id, userId))?.last_viewed_at ?? 0,
        }));
      },
    },
    {
      method: 'get',
      path: '/channels/:channel_id/members',
      run: ({user, params: {channel_id = ''}}) => {
        requireThat(mayRead(state, foundChannel(state, channel_id), user));
        return [...state.members.values()].filter((member) => member.channel_id === channel_id).map(shown);
      },
    },
    {
      method: 'get',
      path: '/channels/:channel_id/stats',
      run: ({user, params: {channel_id = ''}}) => {
        requireThat(mayRead(state, foundChannel(state, channel_id), user));
        const memberCount = countMembers(state, channel_id);
        return {channel_id, member_count: memberCount, guest_count: 0, pinnedpost_count: 0, files_count: 0};
      },
    },
    {method: 'get', path: '/channels/:channel_id/members/:user_id', run: (call) => getMember(state, call)},
  ];
}

/** Only a system administrator opens one between other people. */
function openDirect(state: State, {user, body}: Call): ChannelRecord {
  const [one, other] = Array.isArray(body) ? (body as unknown[]) : [];
  if (typeof one !== 'string' || typeof other !== 'string') {
    throw new RestError(400, 'api.context.invalid_body_param.app_error', 'Invalid user ids');
  }
  requireThat([one, other].includes(user.id) || isSystemAdmin(user));
  return directChannel(state, one, other);
}

/**
 * Anybody in a team may join its public channels, and members may add others. A private one can be joined only in that
 * way.
 */
function addMember(state: State, {user, params, body}: Call): object {
  const channel = foundChannel(state, params['channel_id'] ?? '');
  const joining = foundUser(state, textField(body, 'user_id'));
  if (channel.type === 'D' || channel.type === 'G') {
    throw invalid('api.channel.add_user_to_channel.type.app_error', 'Can not add user to this channel type.');
  }
  const joinsThemselves = joining.id === user.id && channel.type === 'O';
  const isAllowed = joinsThemselves
    ? isFullTeamMember(state, channel.team_id, user)
    : isChannelMember(state, channel.id, user.id);
  requireThat(isAllowed || isSystemAdmin(user));
  if (channel.delete_at !== 0) {
    throw invalid('api.channel.add_user_to_channel.deleted.app_error', 'The channel has been archived.');
  }
  if (channel.team_id !== '') found(findTeamMember(state, channel.team_id, joining.id), 'team member');
  return shown(joinChannel(state, channel.id, joining));
}

/** Source: `viewChannel` in server/channels/api4/channel.go */
function view(state: State, call: Call): object {
  const channelId = textField(call.body, 'channel_id');
  const userId = ownUserId(call);
  requireThat(isChannelMember(state, channelId, userId));
  const {last_viewed_at} = viewChannel(state, channelId, userId);
  return {...OK, last_viewed_at_times: {[channelId]: last_viewed_at}};
}

/** `read_channel` comes with membership alone: a public channel of one's team is not enough, as on a real server. */
function getMember(state: State, {user, params: {channel_id = '', user_id = ''}}: Call): object {
  requireThat(isSystemAdmin(user) || isChannelMember(state, channel_id, user.id));
  return shown(found(state.members.get(memberKey(channel_id, user_id)), 'channel member'));
}

function shown(member: MemberRecord): object {
  const {channel_id, user_id, scheme_guest, scheme_admin} = member;
  return {
    channel_id,
    user_id,
    roles: channelRole(member),
    explicit_roles: '',
    scheme_guest,
    scheme_user: !scheme_guest,
    scheme_admin,
    notify_props: {},
  };
}
