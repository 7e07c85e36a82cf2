import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import {sendFile, tagOf} from '../../../../sandbox/mattermost/rest/send-file.js';

let server: Server;
let address: string;
let body: string;
beforeAll(async () => {
  server = createServer((request, response) => sendFile(request, response, {type: 'text/javascript', body}));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page.js`;
});
beforeEach(() => {
  body = 'one()';
});
afterAll(() => void server.close());

const ask = async (url: string, tag?: string | null): Promise<[status: number, text: string]> => {
  const response = await fetch(url, {headers: {Connection: 'close', ...(tag && {'If-None-Match': tag})}});
  return [response.status, await response.text()];
};

describe('A script of the sandbox’s page', () => {
  it('is sent again to a browser that has it only when it has changed', async () => {
    const first = await fetch(address, {headers: {Connection: 'close'}});
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const tag = first.headers.get('etag');
    expect(await ask(address, tag)).toEqual([304, '']);
    body = 'two()';
    expect(await ask(address, tag)).toEqual([200, 'two()']);
  });

  it('is not even asked for again where the page names it by what is in it', async () => {
    const cacheOf = async (url: string): Promise<string | null> =>
      (await fetch(url, {headers: {Connection: 'close'}})).headers.get('cache-control');
    expect(await cacheOf(`${address}?${tagOf(body)}`)).toContain('immutable');
    expect(await cacheOf(`${address}?${tagOf('two()')}`)).toBe('no-cache');
  });
});
