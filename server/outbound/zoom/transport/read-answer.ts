import type {Readable} from 'node:stream';
import type {AxiosResponse} from 'axios';
import type {Answered} from './exchange.js';

/** Zoom's largest answers are a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;

const JSON_TYPE = /^application\/([\w.+-]+\+)?json\s*(;|$)/i;

/** Reads what is fit to be read; rejects when the connection breaks on the way. */
export async function readAnswer(response: AxiosResponse<Readable>): Promise<Answered> {
  const headers = textHeaders(response.headers);
  const answered = {kind: 'answered' as const, status: response.status, headers};
  if (response.status >= 300 && response.status < 400) {
    response.data.destroy();
    return {...answered, content: {kind: 'none'}};
  }
  const body = await readBounded(response.data, MAX_BODY_BYTES);
  if (body === undefined) return {...answered, content: {kind: 'too-large'}};
  return {...answered, content: parseJson(headers['content-type'] ?? '', body)};
}

/** Collects a body of at most `limit` bytes; `undefined`: there is more, and the rest is not read. */
async function readBounded(body: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(type: string, body: Buffer): Answered['content'] {
  if (!JSON_TYPE.test(type)) return {kind: 'not-json'};
  try {
    return {kind: 'json', value: JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body)) as unknown};
  } catch {
    return {kind: 'not-json'};
  }
}

function textHeaders(headers: AxiosResponse['headers']): Record<string, string> {
  const texts = Object.entries(headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts.map(([name, value]) => [name.toLowerCase(), value]));
}
