import {describe, expect, it} from '@jest/globals';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ALICE, TOWN_SQUARE} from '../town-square.js';
import {refusal, type Caller} from './caller.js';

export function describeFiles({call, host}: Caller): void {
  const upload = async (bytes: Uint8Array, name: string): Promise<{id: string}> => {
    const [info, refused] = await call(
      'UploadFile',
      Buffer.from(bytes).toString('base64'),
      TOWN_SQUARE,
      name,
    );
    expect(refused).toBeNull();
    return info as {id: string};
  };
  const post = async (file_ids: readonly string[]): Promise<{id: string; file_ids?: string[]}> => {
    const wanted = {user_id: ALICE, channel_id: TOWN_SQUARE, message: 'with a file', file_ids};
    return (await call('CreatePost', wanted))[0] as {id: string; file_ids?: string[]};
  };

  describe('files', () => {
    it('keeps an upload, byte for byte, for the first post that names it', async () => {
      const bytes = Uint8Array.from({length: 70_000}, (_, index) => index % 256);
      const {id} = await upload(bytes, 'path/to/picture.png');
      const [first, second] = [await post([id, mattermostId('nofile')]), await post([id])];
      expect([first.file_ids, second.file_ids ?? []]).toEqual([[id], []]);
      const kept = (await host().files()).find((file) => file.id === id);
      expect(kept).toMatchObject({name: 'picture.png', channel_id: TOWN_SQUARE, post_id: first.id});
      expect(kept?.bytes.equals(bytes)).toBe(true);
    });

    it('refuses a channel that is not there', async () => {
      expect(await call('UploadFile', '', mattermostId('nowhere'), 'a.txt')).toMatchObject(refusal(400));
    });
  });
}
