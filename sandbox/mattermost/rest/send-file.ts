import {createHash} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {PageFile} from './page.js';

/**
 * Sends a script, a picture or a text. A browser asks each time whether it has changed, and keeps what it has, compiled
 * already, where it has not: what is built anew shows with the next load, and nothing else is read again.
 */
export function sendFile(request: IncomingMessage, response: ServerResponse, {type, body}: PageFile): void {
  const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  response.setHeader('Cache-Control', 'no-cache').setHeader('ETag', tag);
  if (request.headers['if-none-match'] === tag) response.writeHead(304).end();
  else response.writeHead(200, {'Content-Type': type}).end(body);
}
