import type {PostRecord} from './records.js';
import {attachFiles} from './files.js';
import {invalid, notFound} from './refusals.js';
import type {State} from './state.js';
import {viewChannel} from './view-channel.js';

const longestMessage = 16_383;
const longestProps = 800_000;

/** What an integration posts besides its own types. */
const attachmentType = 'slack_attachment';

/**
 * @throws ApiError 400 if it is not a valid post
 */
function checkPost(post: PostRecord): PostRecord {
  if (post.message.length > longestMessage) {
    throw invalid('model.post.is_valid.message_length.app_error', 'Post Message property is too long.');
  }
  if (JSON.stringify(post.props).length > longestProps) {
    throw invalid('model.post.is_valid.props.app_error', 'Invalid props.');
  }
  if (post.type !== '' && post.type !== attachmentType && !post.type.startsWith('custom_')) {
    throw invalid('model.post.is_valid.type.app_error', 'Invalid type.');
  }
  return post;
}

/** Stores a new post. @throws ApiError 400, 404 */
export function addPost(state: State, wanted: PostRecord): PostRecord {
  const checked = checkPost(wanted);
  if (!state.channels.has(checked.channel_id))
    throw notFound('app.channel.get.existing.app_error', 'channel');
  if (checked.root_id !== '' && state.posts.get(checked.root_id)?.channel_id !== checked.channel_id) {
    throw invalid('api.post.create_post.root_id.app_error', 'Invalid RootId parameter.');
  }
  const post = {...checked, file_ids: attachFiles(state, checked)};
  state.posts.set(post.id, post);
  // A person who writes in a channel has seen it. A card is the bot's, no matter for whom it is posted.
  viewChannel(state, post.channel_id, post.user_id);
  state.changes.tell({kind: 'post-created', post});
  return post;
}

/** What may change of a post. */
export type PostChanges = Partial<
  Pick<PostRecord, 'message' | 'is_pinned' | 'has_reactions' | 'file_ids' | 'props'>
>;

/** Stores a changed post; everything that is not named stays. @throws ApiError 400, 404 */
export function changePost(state: State, id: string, changes: PostChanges): PostRecord {
  const old = state.posts.get(id);
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
  const isEdited = changes.message !== undefined && changes.message !== old.message;
  const post = checkPost({...old, ...changes, edit_at: isEdited ? now : old.edit_at, update_at: now});
  state.posts.set(post.id, post);
  state.changes.tell({kind: 'post-updated', post});
  return post;
}
