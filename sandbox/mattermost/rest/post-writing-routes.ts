import {deletePost} from '../api/posts.js';
import {isChannelMember, isSystemAdmin, mayPost} from '../permissions.js';
import {addPost, changePost, type PostChanges} from '../post-rules.js';
import type {PostRecord} from '../records.js';
import {forbidden, invalid} from '../refusals.js';
import {newPost} from '../seed.js';
import type {State} from '../state.js';
import {bodyFields, type Call, OK, optionalField, type RestRoute, textField} from './call.js';
import {clientPost} from './client-post.js';
import {createPendingPosts, type PendingPosts} from './pending-posts.js';
import {foundChannel, foundUser} from './find-or-refuse.js';
import {requireSystemAdmin, requireThat} from './require.js';
import {withActionIds} from './with-action-ids.js';

/** Posts as people and bots write them. */
export function postWritingRoutes(state: State): readonly RestRoute[] {
  const pending = createPendingPosts(state);
  return [
    {method: 'post', path: '/posts', status: 201, run: (call) => write(state, pending, call)},
    {method: 'post', path: '/posts/ephemeral', status: 201, run: (call) => writeEphemeral(state, call)},
    {
      method: 'put',
      path: '/posts/:post_id/patch',
      run: (call) => {
        const {id} = changeable(state, call);
        return clientPost(changePost(state, id, changesIn(call.body)));
      },
    },
    {method: 'put', path: '/posts/:post_id', run: (call) => update(state, call)},
    {
      method: 'delete',
      path: '/posts/:post_id',
      run: (call) => {
        deletePost(state, changeable(state, call).id);
        return OK;
      },
    },
  ];
}

function write(state: State, pending: PendingPosts, {user, body}: Call): PostRecord {
  const channel = state.channels.get(textField(body, 'channel_id'));
  if (channel === undefined || !mayPost(state, channel, user)) throw forbidden();
  if (channel.delete_at !== 0) {
    throw invalid('api.post.create_post.can_not_post_to_deleted.error', 'Can not post to deleted channel.');
  }
  const pendingId = optionalField(body, 'pending_post_id');
  const known = pending.find(pendingId, user.id);
  if (known !== undefined) return clientPost(known);
  const {type = '', props, file_ids} = bodyFields(body);
  const post = addPost(state, {
    ...newPost(state.now()),
    channel_id: channel.id,
    user_id: user.id,
    message: optionalField(body, 'message'),
    root_id: optionalField(body, 'root_id'),
    // Anybody may post a custom type with any props; an integration must not believe them.
    type: String(type).startsWith('custom_') ? String(type) : '',
    props: {...withActionIds(bodyFields(props)), ...(user.is_bot && {from_bot: 'true'})},
    file_ids: Array.isArray(file_ids) ? file_ids.map(String) : [],
  });
  pending.note(pendingId, post);
  return clientPost({...post, pending_post_id: pendingId} as PostRecord);
}

function writeEphemeral(state: State, call: Call): PostRecord {
  requireSystemAdmin(call);
  const {id: userId} = foundUser(state, textField(call.body, 'user_id'));
  const given = bodyFields(call.body)['post'];
  const post = {
    ...newPost(state.now()),
    type: 'system_ephemeral',
    user_id: call.user.id,
    channel_id: foundChannel(state, textField(given, 'channel_id')).id,
    root_id: optionalField(given, 'root_id'),
    message: optionalField(given, 'message'),
    props: withActionIds(bodyFields(bodyFields(given)['props'])),
  };
  const ephemeral = {userId, post};
  state.ephemeral.push(ephemeral);
  state.changes.tell({kind: 'ephemeral', ephemeral});
  return clientPost(post);
}

/** The whole post is replaced: what is left out is emptied. */
function update(state: State, call: Call): PostRecord {
  const {id} = changeable(state, call);
  if (bodyFields(call.body)['id'] !== id) {
    throw invalid('api.context.invalid_body_param.app_error', 'Invalid or missing id in request body.');
  }
  const emptied = {message: '', is_pinned: false, has_reactions: false, file_ids: [], props: {}};
  return clientPost(changePost(state, id, {...emptied, ...changesIn(call.body)}));
}

/**
 * People may change their own posts in channels that they are in: `system_post_all` lets an account post elsewhere, but
 * not change anything. A missing post gets the same answer as somebody else's.
 */
function changeable(state: State, {user, params}: Call): PostRecord {
  const post = state.posts.get(params['post_id'] ?? '');
  if (post === undefined) throw forbidden();
  const channel = foundChannel(state, post.channel_id);
  const isIn = isChannelMember(state, channel.id, user.id);
  requireThat(isSystemAdmin(user) || (post.user_id === user.id && isIn));
  return post;
}

/** What is named changes; props are replaced with those that are sent. */
function changesIn(body: unknown): PostChanges {
  const {message, is_pinned, has_reactions, file_ids, props} = bodyFields(body);
  return {
    ...(typeof message === 'string' && {message}),
    ...(typeof is_pinned === 'boolean' && {is_pinned}),
    ...(typeof has_reactions === 'boolean' && {has_reactions}),
    ...(Array.isArray(file_ids) && {file_ids: file_ids.map(String)}),
    ...(props !== undefined && props !== null && {props: withActionIds(bodyFields(props))}),
  };
}
