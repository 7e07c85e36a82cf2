import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import type {Post} from '../../../server/protocol/models/post.js';
import {plainProps} from '../../../server/protocol/plain-json.js';
import type {PostRecord} from '../records.js';
import {invalid, notFound} from '../refusals.js';
import {newPost} from '../seed.js';
import type {State} from '../state.js';
import {existingUser} from './people.js';

const longestMessage = 16_383;
const longestProps = 800_000;

/** Posts as a plugin may write them: nobody asks for its permissions, but the checks of the model hold. */
export function postFunctions(
  state: State,
): Pick<ApiFunctions, 'CreatePost' | 'GetPost' | 'GetPostsSince' | 'UpdatePost'> {
  return {
    CreatePost: (post) => toPost(createPost(state, fromPost(post, newPost(state.now())))),
    GetPost: (id) => toPost(existingPost(state, id)),
    UpdatePost: (post) => toPost(updatePost(state, post)),
    GetPostsSince: (channelId, since) => {
      const posts = [...state.posts.values()].filter(
        (post) => post.channel_id === channelId && post.update_at > (since ?? 0),
      );
      const newestFirst = posts.toReversed();
      return {
        Order: newestFirst.map(({id}) => id),
        Posts: Object.fromEntries(posts.map((post) => [post.id, toPost(post)])),
      };
    },
  };
}

/** @throws ApiError 404, for a deleted post too */
function existingPost(state: State, id: string): PostRecord {
  const post = state.posts.get(id);
  if (post === undefined || post.delete_at !== 0) throw notFound('app.post.get.app_error', 'post');
  return post;
}

/** What a person does in the client: the post stays, with `delete_at`. */
export function deletePost(state: State, id: string): void {
  const now = state.now();
  const post = {...existingPost(state, id), delete_at: now, update_at: now};
  state.posts.set(id, post);
  state.changes.tell({kind: 'post-deleted', post});
}

function createPost(state: State, wanted: PostRecord): PostRecord {
  const author = existingUser(state, wanted.user_id);
  const props = {...wanted.props, from_plugin: 'true', ...(author.is_bot ? {from_bot: 'true'} : {})};
  const post = checked({...wanted, props});
  if (!state.channels.has(post.channel_id)) throw notFound('app.channel.get.existing.app_error', 'channel');
  if (post.root_id !== '' && state.posts.get(post.root_id)?.channel_id !== post.channel_id) {
    throw invalid('api.post.create_post.root_id.app_error', 'Invalid RootId parameter.');
  }
  state.posts.set(post.id, post);
  state.changes.tell({kind: 'post-created', post});
  return post;
}

/** The server takes over these fields as they are sent: what a plugin has lost of them is lost. */
function updatePost(state: State, sent: Post): PostRecord {
  const old = state.posts.get(sent.Id ?? '');
  if (old === undefined) throw notFound('app.post.get.app_error', 'post');
  if (old.delete_at !== 0) {
    throw invalid('api.post.update_post.permissions_details.app_error', `Already deleted id=${old.id}`);
  }
  if (state.channels.get(old.channel_id)?.delete_at !== 0) {
    throw invalid(
      'api.post.update_post.can_not_update_post_in_deleted.error',
      'Can not update a post in an archived channel.',
    );
  }
  const now = state.now();
  const {message, is_pinned, has_reactions, file_ids, props} = fromPost(sent, old);
  const edit_at = message === old.message ? old.edit_at : now;
  const post = checked({...old, message, is_pinned, has_reactions, file_ids, props, edit_at, update_at: now});
  state.posts.set(post.id, post);
  state.changes.tell({kind: 'post-updated', post});
  return post;
}

function checked(post: PostRecord): PostRecord {
  if (post.message.length > longestMessage) {
    throw invalid('model.post.is_valid.message_length.app_error', 'Post Message property is too long.');
  }
  if (JSON.stringify(post.props).length > longestProps) {
    throw invalid('model.post.is_valid.props.app_error', 'Invalid props.');
  }
  if (post.type !== '' && !post.type.startsWith('custom_')) {
    throw invalid('model.post.is_valid.type.app_error', 'Invalid type.');
  }
  return post;
}

function fromPost(post: Post, base: PostRecord): PostRecord {
  return {
    ...base,
    user_id: post.UserId ?? base.user_id,
    channel_id: post.ChannelId ?? base.channel_id,
    root_id: post.RootId ?? base.root_id,
    message: post.Message ?? '',
    type: post.Type ?? '',
    props: plainProps(post.Props),
    is_pinned: post.IsPinned ?? false,
    has_reactions: post.HasReactions ?? false,
    file_ids: [...(post.FileIds ?? [])],
  };
}

function toPost(post: PostRecord): Post {
  return {
    Id: post.id,
    CreateAt: post.create_at,
    UpdateAt: post.update_at,
    EditAt: post.edit_at,
    DeleteAt: post.delete_at,
    IsPinned: post.is_pinned,
    UserId: post.user_id,
    ChannelId: post.channel_id,
    RootId: post.root_id,
    Message: post.message,
    Type: post.type,
    Props: post.props,
    HasReactions: post.has_reactions,
    FileIds: post.file_ids,
  };
}
