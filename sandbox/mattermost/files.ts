import {basename} from 'node:path';
import type {FileRecord, PostRecord} from './records.js';
import {newId, type State} from './state.js';

/** Who uploaded what a plugin uploads, to Mattermost. */
const NOBODY = 'nouser';

/** Keeps an upload until a post names it. */
export function addFile(state: State, {creatorId = NOBODY, channelId, name, bytes}: Upload): FileRecord {
  const file: FileRecord = {
    id: newId(),
    creator_id: creatorId,
    channel_id: channelId,
    post_id: '',
    create_at: state.now(),
    name: basename(name),
    bytes,
  };
  state.files.set(file.id, file);
  return file;
}

interface Upload {
  /** Absent: a plugin. */
  creatorId?: string;
  channelId: string;
  name: string;
  bytes: Uint8Array;
}

/** Gives a new post its files, and answers which it has: those of its author or of a plugin that no post has yet. */
export function attachFiles(state: State, post: PostRecord): string[] {
  return post.file_ids.filter((id) => {
    const file = state.files.get(id);
    const isFree = file?.post_id === '' && [post.user_id, NOBODY].includes(file.creator_id);
    if (isFree) state.files.set(id, {...file, post_id: post.id});
    return isFree;
  });
}
