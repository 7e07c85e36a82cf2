import {isChannelMember, mayRead} from '../permissions.js';
import type {createPressing} from '../post-actions.js';
import type {PostRecord} from '../records.js';
import type {State} from '../state.js';
import {type Call, optionalField, type RestRoute} from './call.js';
import {clientPost} from './client-post.js';
import {found, foundChannel} from './find-or-refuse.js';
import {requireThat} from './require.js';

/** Posts as a person reads them, and their buttons. */
export function postRoutes(state: State, press: ReturnType<typeof createPressing>): readonly RestRoute[] {
  return [
    {method: 'get', path: '/channels/:channel_id/posts', run: (call) => channelPosts(state, call)},
    {method: 'get', path: '/posts/:post_id', run: (call) => clientPost(readable(state, call))},
    {
      method: 'get',
      path: '/posts/:post_id/thread',
      run: (call) => {
        const root = readable(state, call);
        const isOfThread = ({id, root_id}: PostRecord): boolean => [id, root_id].includes(root.id);
        return listed([...state.posts.values()].filter((post) => isOfThread(post) && post.delete_at === 0));
      },
    },
    {method: 'post', path: '/posts/:post_id/actions/:action_id', run: (call) => pressed(state, press, call)},
  ];
}

/**
 * With `since`: what has changed after that time, deleted posts included. Otherwise a page, from the newest post or
 * from that `before` another, or all posts.
 */
function channelPosts(state: State, {user, params, query}: Call): object {
  const channel = foundChannel(state, params['channel_id'] ?? '');
  requireThat(mayRead(state, channel, user));
  const posts = [...state.posts.values()].filter((post) => post.channel_id === channel.id);
  const {since, before, page = 0, per_page: perPage} = query;
  if (since !== undefined) return listed(posts.filter(({update_at}) => update_at > Number(since)));
  const older =
    before === undefined
      ? posts
      : posts.slice(
          0,
          posts.findIndex(({id}) => id === before),
        );
  const shown = older.filter(({delete_at}) => delete_at === 0);
  if (perPage === undefined) return listed(shown);
  const newest = shown.length - Number(page) * Number(perPage);
  return listed(shown.slice(Math.max(0, newest - Number(perPage)), Math.max(0, newest)));
}

function listed(posts: readonly PostRecord[]): object {
  return {
    order: posts.map(({id}) => id).reverse(),
    posts: Object.fromEntries(posts.map((post) => [post.id, clientPost(post)])),
    next_post_id: '',
    prev_post_id: '',
    has_next: false,
  };
}

function readable(state: State, {user, params}: Call): PostRecord {
  const post = found(state.posts.get(params['post_id'] ?? ''), 'post');
  requireThat(mayRead(state, foundChannel(state, post.channel_id), user));
  return found(post.delete_at === 0 ? post : undefined, 'post');
}

async function pressed(
  state: State,
  press: ReturnType<typeof createPressing>,
  {user, params: {post_id: postId = '', action_id: actionId = ''}, body}: Call,
): Promise<object> {
  const shown = state.ephemeral.find(({post, userId}) => post.id === postId && userId === user.id)?.post;
  const post = found(state.posts.get(postId) ?? shown, 'post');
  requireThat(post === shown || isChannelMember(state, post.channel_id, user.id));
  const selectedOption = optionalField(body, 'selected_option');
  const outcome = await press({userId: user.id, postId, actionId, ...(selectedOption && {selectedOption})});
  return {status: 'OK', trigger_id: outcome.clientTriggerId, goto_location: outcome.gotoLocation};
}
