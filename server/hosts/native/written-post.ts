import type {WrittenPost} from '../../core/ports/application.js';
import type {Post} from '../../protocol/models/post.js';
import {isByPerson} from '../is-by-person.js';

/** A new post, as Mattermost tells a plugin of it. */
export const toWrittenPost = (post: Post): WrittenPost => ({
  id: post.Id ?? '',
  channelId: post.ChannelId ?? '',
  rootId: post.RootId ?? '',
  userId: post.UserId ?? '',
  message: post.Message ?? '',
  isByPerson: isByPerson({type: post.Type, props: post.Props, remoteId: post.RemoteId}),
});
