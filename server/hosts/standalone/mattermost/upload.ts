import * as z from 'zod';
import type {OutgoingFile} from '../../../core/ports/chat.js';
import {uploaded} from './chat-answer.js';
import type {MattermostClient} from './client.js';

const answerSchema = z.object({file_infos: z.array(z.object({id: z.string()}))});

/**
 * The ids that a post names its files by. The file is the body as it is, which Mattermost takes as well as a form.
 * Source: https://developers.mattermost.com/api-documentation/#/operations/UploadFile
 */
export async function upload(
  {send}: Pick<MattermostClient, 'send'>,
  channelId: string,
  file: OutgoingFile | undefined,
): Promise<string[]> {
  if (file === undefined) return [];
  const query = new URLSearchParams({channel_id: channelId, filename: file.name});
  const sending = send(`/api/v4/files?${query.toString()}`, {
    method: 'post',
    headers: {'Content-Type': 'application/octet-stream'},
    body: file.bytes,
  });
  const {file_infos: infos} = await uploaded(sending.then((answer) => answerSchema.parse(answer)));
  return infos.map(({id}) => id);
}
