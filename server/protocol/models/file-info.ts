import {gob} from '../../wire/gob/type.js';

/** `model.FileInfo`: what the server knows of an uploaded file, without its previews. */
export const fileInfo = gob.struct('FileInfo', {
  Id: gob.string,
  CreatorId: gob.string,
  PostId: gob.string,
  ChannelId: gob.string,
  CreateAt: gob.int,
  UpdateAt: gob.int,
  DeleteAt: gob.int,
  Name: gob.string,
  Extension: gob.string,
  Size: gob.int,
  MimeType: gob.string,
});
