import {request} from 'node:http';
import {text} from 'node:stream/consumers';
import type {IncomingMessage} from 'node:http';
import type {Things} from './create-things.js';

/** What a suite is given of a thing. */
export type Shared<Name extends keyof Things> = Awaited<ReturnType<Things[Name]>>;

/**
 * Something that suites have in common (`Things`), made when the first of them asks.
 *
 * @param of - which one, where there are several of its name
 * @throws Error when it cannot be made, or when jest was not started by `npm test`
 */
export async function shared<Name extends keyof Things>(name: Name, of = ''): Promise<Shared<Name>> {
  const address = process.env['ZOOM_TEST_SHARED'];
  if (address === undefined)
    throw new Error('Start this suite by `npm test -- PATH`: it shares builds with others.');
  const answer = await ask(`${address}/${name}?of=${encodeURIComponent(of)}`);
  const body = await text(answer);
  if (answer.statusCode !== 200) throw new Error(body);
  return JSON.parse(body) as Shared<Name>;
}

/**
 * By node:http, which waits as long as it takes; on a connection of its own, because one that another suite left open
 * may be closed in this very moment.
 */
const ask = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => request(url, {agent: false}, resolve).on('error', reject).end());
