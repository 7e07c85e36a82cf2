import type {IncomingMessage} from 'node:http';
import type {HttpHeader} from '../models/http-request.js';
import {toGoHeader} from './header.js';
import type {ResponseWriter} from './response-writer.js';

/**
 * Up to here an answer is one `Write`: callers inside Mattermost (post actions, dialogs, autocomplete) keep only
 * the bytes of the last one.
 */
const singleWriteLimit = 256 * 1024;

/** Whether anything of the answer has reached the client already. */
export interface ResponseProgress {
  headSent: boolean;
}

/** Passes an answer on to the client: headers over those that the server has set, status, body. */
export async function relayResponse(
  response: IncomingMessage,
  writer: ResponseWriter,
  serverHeader: HttpHeader,
  progress: ResponseProgress,
): Promise<void> {
  const sendHead = async (): Promise<void> => {
    await writer.SyncHeader({...serverHeader, ...toGoHeader(response.rawHeaders)});
    progress.headSent = true;
    await writer.WriteHeader(response.statusCode ?? 500);
  };
  let chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= singleWriteLimit) continue;
    if (!progress.headSent) await sendHead();
    await writer.Write(joined(chunks, size));
    chunks = [];
    size = 0;
  }
  if (!progress.headSent) await sendHead();
  if (size > 0) await writer.Write(joined(chunks, size));
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, size);
}
