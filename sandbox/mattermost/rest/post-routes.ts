import type {PostRecord} from '../records.js';
import {newPost} from '../seed.js';
import {memberKey, type State} from '../state.js';
import type {createPressing} from '../post-actions.js';
import {bodyFields, type Call, type RestRoute, textField} from './call.js';
import {clientPost} from './client-post.js';
import {found} from './people-routes.js';
import {RestError} from './rest-error.js';

/** Posts as a person reads and writes them. */
export function postRoutes(state: State, press: ReturnType<typeof createPressing>): readonly RestRoute[] {
  return [
    {
      method: 'get',
      path: '/channels/:channel_id/posts',
      run: ({user, params: {channel_id = ''}}) => {
        requireMember(state, channel_id, user.id);
        return listed([...state.posts.values()].filter((post) => post.channel_id === channel_id));
      },
    },
    {method: 'get', path: '/posts/:post_id', run: (call) => clientPost(readable(state, call))},
    {
      method: 'get',
      path: '/posts/:post_id/thread',
      run: (call) => {
        const root = readable(state, call);
        return listed([...state.posts.values()].filter(({id, root_id}) => [id, root_id].includes(root.id)));
      },
    },
    {method: 'post', path: '/posts', status: 201, run: (call) => write(state, call)},
    {
      method: 'post',
      path: '/posts/:post_id/actions/:action_id',
      run: ({user, params: {post_id = '', action_id = ''}}) =>
        pressed(state, press, user.id, post_id, action_id),
    },
  ];
}

function listed(posts: readonly PostRecord[]): {order: string[]; posts: Record<string, PostRecord>} {
  const shown = posts.filter(({delete_at}) => delete_at === 0);
  return {
    order: shown.map(({id}) => id).reverse(),
    posts: Object.fromEntries(shown.map((post) => [post.id, clientPost(post)])),
  };
}

/** @throws RestError 403 */
function requireMember(state: State, channelId: string, userId: string): void {
  if (!state.members.has(memberKey(channelId, userId))) {
    throw new RestError(
      403,
      'api.context.permissions.app_error',
      'You do not have the appropriate permissions.',
    );
  }
}

function readable(state: State, {user, params}: Call): PostRecord {
  const post = found(state.posts.get(params['post_id'] ?? ''), 'post');
  requireMember(state, post.channel_id, user.id);
  return post;
}

function write(state: State, {user, body}: Call): PostRecord {
  const channel_id = textField(body, 'channel_id');
  requireMember(state, channel_id, user.id);
  const {root_id = '', type = '', props = {}} = bodyFields(body);
  const post: PostRecord = {
    ...newPost(state.now()),
    channel_id,
    user_id: user.id,
    message: textField(body, 'message'),
    root_id: String(root_id),
    // Anybody may post a custom type with any props; a plugin must not believe them.
    type: String(type).startsWith('custom_') ? String(type) : '',
    props: bodyFields(props),
  };
  state.posts.set(post.id, post);
  state.changes.tell({kind: 'post-created', post});
  return post;
}

async function pressed(
  state: State,
  press: ReturnType<typeof createPressing>,
  userId: string,
  postId: string,
  actionId: string,
): Promise<object> {
  const {status, ephemeralText, gotoLocation} = await press({userId, postId, actionId});
  if (status !== 200)
    throw new RestError(400, 'api.post.do_action.action_integration.app_error', 'Action failed.');
  if (ephemeralText !== '') {
    const channel_id = (state.posts.get(postId) ?? state.ephemeral.find(({post}) => post.id === postId)?.post)
      ?.channel_id;
    const post: PostRecord = {
      ...newPost(state.now()),
      type: 'system_ephemeral',
      channel_id: channel_id ?? '',
      message: ephemeralText,
    };
    state.ephemeral.push({userId, post});
    state.changes.tell({kind: 'ephemeral', ephemeral: {userId, post}});
  }
  return {status: 'OK', goto_location: gotoLocation};
}
