import {loadData} from './load-data.js';
import {pluginHost} from './registry.js';
import {base} from './seat.js';
import {addPosts, changeEntities} from './store.js';
import type {Post} from './types.js';

interface Message {
  event: string;
  data: {post?: string; preferences?: string; channel_times?: Readonly<Record<string, number>>};
}

const AGAIN_AFTER_MS = 1_000;

/** Keeps the page in step with the server. */
export function openSocket(isAgain = false): void {
  const socket = new WebSocket(`ws://${window.location.host}${base}/api/v4/websocket`);
  socket.onmessage = ({data}) => receive(JSON.parse(String(data)) as Message);
  socket.onopen = () => {
    if (!isAgain) return;
    void loadData();
    pluginHost().onReconnect?.();
  };
  socket.onclose = () => setTimeout(() => openSocket(true), AGAIN_AFTER_MS);
}

function receive(message: Message): void {
  const {event, data} = message;
  if (event === 'posted' || event === 'post_edited' || event === 'ephemeral_message') {
    addPosts([JSON.parse(data.post ?? '{}') as Post]);
  } else if (event === 'post_deleted') {
    const {id} = JSON.parse(data.post ?? '{}') as Post;
    changeEntities(({posts: {posts}}) => {
      const {[id]: _gone, ...others} = posts;
      return {posts: {posts: others}};
    });
  } else if (event === 'multiple_channels_viewed') {
    changeEntities(({channels}) => ({
      channels: {...channels, lastViewedAt: {...channels.lastViewedAt, ...data.channel_times}},
    }));
  } else if (event === 'preferences_changed' || event === 'channel_created') {
    void loadData();
  } else {
    pluginHost().socketHandlers.get(event)?.(message);
  }
}
