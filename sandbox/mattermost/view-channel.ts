import type {ViewRecord} from './records.js';
import {memberKey, type State} from './state.js';

/** Somebody has seen a channel up to now: nothing in it is unread, in none of their windows. */
export function viewChannel(state: State, channelId: string, userId: string): ViewRecord {
  const view = {channel_id: channelId, user_id: userId, last_viewed_at: state.now()};
  state.views.set(memberKey(channelId, userId), view);
  state.changes.tell({kind: 'viewed', view});
  return view;
}
