import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import {addFile} from '../files.js';
import {invalid} from '../refusals.js';
import type {State} from '../state.js';

/** Files as a plugin uploads them: of any size, whether or not people may. */
export function fileFunctions(state: State): Pick<ApiFunctions, 'UploadFile'> {
  return {
    UploadFile: (bytes = new Uint8Array(), channelId = '', name = '') => {
      if (channelId !== '' && !state.channels.has(channelId)) {
        throw invalid('api.file.upload_file.incorrect_channelId.app_error', 'Unable to upload the file.');
      }
      const file = addFile(state, {channelId, name, bytes});
      return {
        Id: file.id,
        CreatorId: file.creator_id,
        ChannelId: file.channel_id,
        CreateAt: file.create_at,
        Name: file.name,
        Size: file.bytes.length,
      };
    },
  };
}
