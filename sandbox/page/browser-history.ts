import {loadData} from './load-data.js';
import {openChannel, openThread, openView} from './places.js';
import {store} from './store.js';
import type {Channel} from './types.js';

/** What Mattermost's page offers to plugins as `WebappUtils.browserHistory`, for the addresses that ours leads to. */
export const browserHistory = {
  push(path: string): void {
    const [, first, second, third = ''] = path.split('/');
    if (first === 'admin_console') openView('admin', store.getState());
    else if (second === 'pl') openPost(third);
    else if (second === 'messages') void openDirect(third.slice(1));
  },
};

function openPost(id: string): void {
  const post = store.getState().entities.posts.posts[id];
  if (post === undefined) return;
  openChannel(post.channel_id);
  if (post.root_id !== '') openThread(post.root_id);
}

/** The channel may be so new that the page has not heard of it. */
async function openDirect(username: string): Promise<void> {
  if (directWith(username) === undefined) await loadData();
  const channel = directWith(username);
  if (channel !== undefined) openChannel(channel.id);
}

function directWith(username: string): Channel | undefined {
  const {users, channels} = store.getState().entities;
  const other = Object.values(users.profiles).find((user) => user.username === username)?.id ?? '';
  const both = [users.currentUserId, other].sort().join('__');
  return Object.values(channels.channels).find(
    ({type, name}) => type === 'D' && name.split('__').sort().join('__') === both,
  );
}
