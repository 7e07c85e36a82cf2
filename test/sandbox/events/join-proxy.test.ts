import {createServer, type IncomingMessage, type Server} from 'node:http';
import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {afterEach, beforeEach, expect, it} from '@jest/globals';
import {type NamedSite, openJoinProxy} from '../../../sandbox/events/open-join-proxy.js';
import {askSite} from './ask-site.js';

let upstream: Server;
let upstreamOrigin: string;
let proxy: NamedSite;
let seen: {request: IncomingMessage; body: string}[];
beforeEach(async () => {
  seen = [];
  upstream = createServer((request, response) => {
    void text(request).then((body) => {
      seen.push({request, body});
      response.writeHead(409, {'Content-Type': 'application/problem+json', 'X-Of': 'upstream'}).end('{}');
    });
  });
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  upstreamOrigin = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  proxy = await openJoinProxy(() => upstreamOrigin);
});
afterEach(async () => {
  await proxy.close();
  upstream.closeAllConnections();
  upstream.close();
});

it('The page’s host name leads to the page, with its name kept and the asker’s address added', async () => {
  const answer = await askSite(proxy.origin, '/plugins/zoom/join-page/abc/entries?lang=de', {
    method: 'POST',
    headers: {'X-Forwarded-For': '203.0.113.9', 'Content-Type': 'application/json'},
    body: '{"name":"Zoe"}',
  });
  expect(answer).toMatchObject({status: 409, headers: {'x-of': 'upstream'}, body: '{}'});
  expect(seen[0]?.request).toMatchObject({
    method: 'POST',
    url: '/plugins/zoom/join-page/abc/entries?lang=de',
    headers: {host: new URL(proxy.origin).host, 'x-forwarded-for': '203.0.113.9, 127.0.0.1'},
  });
  expect(seen[0]?.body).toBe('{"name":"Zoe"}');
});

it.each(['/', '/api/v4/users', '/plugins/zoom/api/v1/join-links', '/plugins/zoom/join-page/../webhook'])(
  'It leads nothing else there: %s',
  async (path) => {
    expect((await askSite(proxy.origin, path)).status).toBe(404);
    expect((await askSite(proxy.origin, path.replace('..', '%2e%2e'))).status).toBe(404);
    expect(seen).toEqual([]);
  },
);

it('It answers to no other name', async () => {
  const path = '/plugins/zoom/join-page/page.js';
  for (const Host of ['evil.example', `127.0.0.1:${new URL(proxy.origin).port}`]) {
    expect((await askSite(proxy.origin, path, {headers: {Host}})).status).toBe(404);
  }
  expect(seen).toEqual([]);
});

it('It says so where nobody is behind it', async () => {
  upstreamOrigin = 'http://127.0.0.1:1';
  expect((await askSite(proxy.origin, '/plugins/zoom/join-page/page.js')).status).toBe(502);
});
