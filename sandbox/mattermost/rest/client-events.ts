import type {Change} from '../change.js';
import {memberKey, type State} from '../state.js';
import {clientPost} from './client-post.js';

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

/** What a change is to one person; `undefined`: it is none of their business. */
export function clientEvent(
  state: State,
  pluginId: string,
  userId: string,
  change: Change,
): ClientEvent | undefined {
  const to = {channel_id: '', user_id: '', team_id: ''};
  switch (change.kind) {
    case 'post-created':
    case 'post-updated':
    case 'post-deleted': {
      const {post} = change;
      if (!state.members.has(memberKey(post.channel_id, userId))) return undefined;
      const data = {post: JSON.stringify(clientPost(post))};
      return {event: POST_EVENTS[change.kind], data, broadcast: {...to, channel_id: post.channel_id}};
    }
    case 'ephemeral': {
      const {ephemeral} = change;
      if (ephemeral.userId !== userId) return undefined;
      const data = {post: JSON.stringify(clientPost(ephemeral.post))};
      return {event: 'ephemeral_message', data, broadcast: {...to, user_id: userId}};
    }
    case 'preferences': {
      const own = change.preferences.filter(({user_id}) => user_id === userId);
      if (own.length === 0) return undefined;
      return {
        event: 'preferences_changed',
        data: {preferences: JSON.stringify(own)},
        broadcast: {...to, user_id: userId},
      };
    }
    case 'plugin-event': {
      const {event, payload, broadcast} = change.event;
      if (broadcast.user_id !== '' && broadcast.user_id !== userId) return undefined;
      return {event: `custom_${pluginId}_${event}`, data: payload, broadcast};
    }
    case 'people':
      return {event: 'channel_created', data: {}, broadcast: to};
    default:
      return undefined;
  }
}
