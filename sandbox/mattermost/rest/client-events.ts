import type {Change} from '../change.js';
import {isChannelMember} from '../permissions.js';
import type {PostRecord} from '../records.js';
import type {State} from '../state.js';
import {clientPost} from './client-post.js';
import {seenBy} from './seen-by.js';

/** An event as Mattermost sends it over the websocket. */
export interface ClientEvent {
  event: string;
  data: Readonly<Record<string, unknown>>;
  broadcast: {channel_id: string; user_id: string; team_id: string};
}

const POST_EVENTS = {
  'post-created': 'posted',
  'post-updated': 'post_edited',
  'post-deleted': 'post_deleted',
} as const;

const nobody = {channel_id: '', user_id: '', team_id: ''};

/** What a change is to one person; `undefined`: it does not concern them. */
export function clientEvent(
  state: State,
  pluginId: string,
  userId: string,
  change: Change,
): ClientEvent | undefined {
  switch (change.kind) {
    case 'post-created':
    case 'post-updated':
    case 'post-deleted':
      return postEvent(state, userId, POST_EVENTS[change.kind], change.post);
    case 'ephemeral': {
      const {ephemeral} = change;
      const data = {post: JSON.stringify(clientPost(ephemeral.post))};
      return toUser(userId, ephemeral.userId, 'ephemeral_message', data);
    }
    case 'preferences': {
      const own = change.preferences.filter(({user_id}) => user_id === userId);
      if (own.length === 0) return undefined;
      return toUser(userId, userId, 'preferences_changed', {preferences: JSON.stringify(own)});
    }
    case 'plugin-event': {
      const {event, payload, broadcast} = change.event;
      if (broadcast.user_id !== '' && broadcast.user_id !== userId) return undefined;
      return {event: `custom_${pluginId}_${event}`, data: payload, broadcast};
    }
    case 'viewed': {
      const {user_id, channel_id, last_viewed_at} = change.view;
      const data = {channel_times: {[channel_id]: last_viewed_at}};
      return toUser(userId, user_id, 'multiple_channels_viewed', data);
    }
    case 'people':
      return {event: 'channel_created', data: {}, broadcast: nobody};
    default:
      return peopleEvent(state, userId, change);
  }
}

function peopleEvent(state: State, userId: string, change: Change): ClientEvent | undefined {
  switch (change.kind) {
    case 'user': {
      const viewer = state.users.get(userId);
      if (viewer === undefined) return undefined;
      return {event: 'user_updated', data: {user: seenBy(state, viewer, change.user)}, broadcast: nobody};
    }
    case 'roles': {
      const {id, roles} = change.user;
      return toUser(userId, id, 'user_role_updated', {user_id: id, roles});
    }
    case 'team-member': {
      const {team_id, user_id} = change.member;
      return change.joined
        ? toUser(userId, user_id, 'added_to_team', {team_id, user_id})
        : toUser(userId, user_id, 'memberrole_updated', {member: JSON.stringify(change.member)});
    }
    case 'channel-member': {
      const {channel_id, user_id} = change.member;
      if (!isChannelMember(state, channel_id, userId)) return undefined;
      const data = {user_id, team_id: state.channels.get(channel_id)?.team_id ?? ''};
      return {event: 'user_added', data, broadcast: {...nobody, channel_id}};
    }
    default:
      return undefined;
  }
}

const toUser = (
  userId: string,
  owner: string,
  event: string,
  data: ClientEvent['data'],
): ClientEvent | undefined =>
  owner === userId ? {event, data, broadcast: {...nobody, user_id: owner}} : undefined;

function postEvent(state: State, userId: string, event: string, post: PostRecord): ClientEvent | undefined {
  const {channel_id} = post;
  if (!isChannelMember(state, channel_id, userId)) return undefined;
  const channel = state.channels.get(channel_id);
  const told = event === 'posted' && {
    channel_display_name: channel?.display_name ?? '',
    channel_name: channel?.name ?? '',
    channel_type: channel?.type ?? '',
    sender_name: `@${state.users.get(post.user_id)?.username ?? ''}`,
    set_online: true,
    team_id: channel?.team_id ?? '',
  };
  return {
    event,
    data: {...told, post: JSON.stringify(clientPost(post))},
    broadcast: {...nobody, channel_id},
  };
}
