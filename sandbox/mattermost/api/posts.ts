import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import type {Post} from '../../../server/protocol/models/post.js';
import {plainProps} from '../../../server/protocol/plain-json.js';
import type {PostRecord} from '../records.js';
import {showEphemeral} from '../ephemeral.js';
import {addPost, changePost} from '../post-rules.js';
import {notFound} from '../refusals.js';
import {newPost} from '../seed.js';
import type {State} from '../state.js';
import {withActionIds} from '../rest/with-action-ids.js';
import {existingUser} from './people.js';

/** Posts as a plugin may write them: nobody asks for its permissions, but the checks of the model hold. */
export function postFunctions(
  state: State,
): Pick<
  ApiFunctions,
  'CreatePost' | 'GetPost' | 'GetPostsSince' | 'UpdatePost' | 'SendEphemeralPost' | 'UpdateEphemeralPost'
> {
  return {
    CreatePost: (post) => toPost(createPost(state, fromPost(post, newPost(state.now())))),
    GetPost: (id) => toPost(existingPost(state, id)),
    UpdatePost: (post) => toPost(updatePost(state, post)),
    SendEphemeralPost: (userId, post) => {
      const base = newPost(state.now());
      return toPost(
        privately(state, userId, fromPost(post, {...base, create_at: post.CreateAt ?? base.create_at})),
      );
    },
    // Anything that the update does not say is lost: the server has kept nothing of the post.
    UpdateEphemeralPost: (userId, post) => {
      const base = {...newPost(state.now()), id: post.Id ?? ''};
      return toPost(privately(state, userId, fromPost(post, {...base, create_at: post.CreateAt ?? 0})));
    },
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
  return addPost(state, {...wanted, props});
}

function privately(state: State, userId: string, wanted: PostRecord): PostRecord {
  const post = {...wanted, type: 'system_ephemeral', props: withActionIds(wanted.props)};
  showEphemeral(state, {userId, post});
  return post;
}

/** The server takes these fields as they are sent: what a plugin has lost is lost. */
function updatePost(state: State, sent: Post): PostRecord {
  const {message, is_pinned, has_reactions, file_ids, props} = fromPost(sent, newPost(state.now()));
  return changePost(state, sent.Id ?? '', {message, is_pinned, has_reactions, file_ids, props});
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

export function toPost(post: PostRecord): Post {
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
