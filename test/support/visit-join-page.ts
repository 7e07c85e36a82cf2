import {JOIN_PAGE_PATH} from '../../contract/routes.js';
import {JOIN_PAGE_ORIGIN} from './join-page.js';
import type {HttpRequest, HttpResponse} from './plugin-host.js';
import {readAsAsker} from './read-as-asker.js';
import type {World} from './world.js';

/** The pass of a stream URL, as `/zoom stream-url` shows it to whoever asks with these words; default: Ana. */
export async function makePass(world: World, words: string, userId = world.ana): Promise<string> {
  const {text} = await readAsAsker(world, `/zoom stream-url ${words}`, {userId});
  const pass = new RegExp(`${JOIN_PAGE_PATH}/([\\w-]{43})$`, 'm').exec(text)?.[1];
  if (pass === undefined) throw new Error(`/zoom stream-url was answered "${text}"`);
  return pass;
}

/** A request below the page to join, as it comes through the administrator's proxy, from this address. */
export const visitJoinPage = (
  {host}: Pick<World, 'host'>,
  path: string,
  {address = '192.0.2.1', headers, ...request}: Partial<HttpRequest> & {address?: string} = {},
): Promise<HttpResponse> =>
  host.http({
    ...request,
    path: `${JOIN_PAGE_PATH}/${path}`,
    headers: {Host: new URL(JOIN_PAGE_ORIGIN).host, 'X-Forwarded-For': address, ...headers},
  });

/** A body for it. */
export const posting = (body: unknown): Pick<HttpRequest, 'method' | 'headers' | 'body'> => ({
  method: 'POST',
  headers: {'Content-Type': 'application/json'},
  body: JSON.stringify(body),
});
