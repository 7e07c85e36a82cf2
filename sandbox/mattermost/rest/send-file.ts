import {createHash} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {PageFile} from './page.js';

/** What tells one state of a file from another. A page that asks for it by this, as `page.js?TAG`, asks once. */
export const tagOf = (body: PageFile['body']): string => createHash('sha256').update(body).digest('hex');

/**
 * Sends a script, a picture or a text. A browser that does not know its tag asks each time whether it has changed, and
 * keeps what it has, compiled already, where it has not: what is built anew shows with the next load.
 */
export function sendFile(request: IncomingMessage, response: ServerResponse, {type, body}: PageFile): void {
  const tag = tagOf(body);
  const isNamed = request.url?.endsWith(`?${tag}`) === true;
  response.setHeader('Cache-Control', isNamed ? 'max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', `"${tag}"`);
  if (request.headers['if-none-match'] === `"${tag}"`) response.writeHead(304).end();
  else response.writeHead(200, {'Content-Type': type}).end(body);
}
