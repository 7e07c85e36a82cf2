import {gob, type GobValue} from '../../wire/gob/type.js';

/** `model.Post`, without what the server fills in for clients (`Metadata`, `Participants`, …) and ignores from us. */
export const post = gob.struct('Post', {
  Id: gob.string,
  CreateAt: gob.int,
  UpdateAt: gob.int,
  EditAt: gob.int,
  DeleteAt: gob.int,
  IsPinned: gob.bool,
  UserId: gob.string,
  ChannelId: gob.string,
  RootId: gob.string,
  OriginalId: gob.string,
  Message: gob.string,
  MessageSource: gob.string,
  Type: gob.string,
  Props: gob.map(gob.string, gob.any),
  Hashtags: gob.string,
  FileIds: gob.slice(gob.string),
  PendingPostId: gob.string,
  HasReactions: gob.bool,
  RemoteId: gob.string,
  ReplyCount: gob.int,
  LastReplyAt: gob.int,
});

/** `model.PostList`: `Order` holds ids, newest first. */
export const postList = gob.struct('PostList', {
  Order: gob.slice(gob.string),
  Posts: gob.map(gob.string, post),
});

export type Post = GobValue<typeof post>;
