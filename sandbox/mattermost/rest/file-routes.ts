import {extname} from 'node:path';
import {addFile} from '../files.js';
import {mayPost, mayRead} from '../permissions.js';
import type {FileRecord} from '../records.js';
import type {State} from '../state.js';
import {type Call, optionalField, PlainAnswer, type RestRoute} from './call.js';
import {found, foundChannel} from './find-or-refuse.js';
import {requireThat} from './require.js';
import {RestError} from './rest-error.js';

/** Files as people and bots upload and read them. */
export function fileRoutes(state: State): readonly RestRoute[] {
  return [
    {method: 'post', path: '/files', status: 201, run: (call) => upload(state, call)},
    {method: 'get', path: '/files/:file_id', run: (call) => download(state, call)},
    {method: 'get', path: '/files/:file_id/info', run: (call) => shown(readable(state, call))},
  ];
}

/** The file is the body as it is; the forms that clients may send as well are not read. */
function upload(state: State, {user, query, body}: Call): object {
  const {EnableFileAttachments: isOn = true, MaxFileSize: limit = DEFAULT_LIMIT} =
    state.serverConfig['FileSettings'] ?? {};
  if (isOn === false) {
    throw new RestError(
      403,
      'api.file.attachments.disabled.app_error',
      'File attachments have been disabled.',
    );
  }
  const channel = foundChannel(state, optionalField(query, 'channel_id'));
  // Nobody here may write without being allowed to upload.
  requireThat(mayPost(state, channel, user));
  const bytes = body instanceof Uint8Array ? body : new Uint8Array();
  if (bytes.length > Number(limit)) {
    throw new RestError(413, 'api.file.upload_file.too_large_detailed.app_error', 'The file is too large.');
  }
  const name = optionalField(query, 'filename');
  const file = addFile(state, {creatorId: user.id, channelId: channel.id, name, bytes});
  return {file_infos: [shown(file)], client_ids: []};
}

/** `FileSettings.MaxFileSize` of a new server. */
const DEFAULT_LIMIT = 100 * 1024 * 1024;

function download(state: State, call: Call): PlainAnswer {
  const {name, bytes} = readable(state, call);
  return new PlainAnswer(typeOf(name), bytes);
}

/** Who uploaded it sees it, and who may read the post that has it. */
function readable(state: State, {user, params}: Call): FileRecord {
  const file = found(state.files.get(params['file_id'] ?? ''), 'file');
  requireThat(file.creator_id === user.id || mayRead(state, foundChannel(state, file.channel_id), user));
  return file;
}

function shown({bytes, creator_id: userId, ...file}: FileRecord): object {
  return {
    ...file,
    user_id: userId,
    update_at: file.create_at,
    delete_at: 0,
    extension: extname(file.name).slice(1),
    size: bytes.length,
    mime_type: typeOf(file.name),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.png': 'image/png',
};

const typeOf = (name: string): string => TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';
