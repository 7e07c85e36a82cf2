import {once} from 'node:events';
import type {RequestListener, Server} from 'node:http';
import {afterAll, afterEach, describe, expect, it} from '@jest/globals';
import nock from 'nock';
import {createProbeSite} from '../../../../server/outbound/site/probe-site.js';
import {closeServer, listen} from '../../../support/listen.js';
import {createManualClock} from '../../../support/manual-clock.js';
import {noProxy} from '../../../support/no-proxy.js';

const clock = createManualClock();
const probeSite = createProbeSite({clock, findProxy: noProxy});
let server: Server | undefined;
afterEach(async () => {
  if (server !== undefined) await closeServer(server);
  server = undefined;
});

async function siteWith(answer: RequestListener): Promise<string> {
  server = await listen(answer);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/plugins/zoom/webhook`;
}
const noHurry = new AbortController().signal;
afterAll(() => nock.restore());

describe('Looking at a site from this server', () => {
  it.each([405, 200, 404, 500])('tells the status %d', async (status) => {
    const url = await siteWith((_request, response) => response.writeHead(status).end('a page'));
    expect(await probeSite(url, noHurry)).toMatchObject({kind: 'answered', status, beginning: ''});
  });

  it('finds a name below localhost where browsers find it', async () => {
    const url = await siteWith(({headers}, response) => response.writeHead(200).end(headers.host));
    const named = url.replace('127.0.0.1', 'page.localhost');
    expect(await probeSite(named, noHurry, 100)).toMatchObject({beginning: new URL(named).host});
  });

  it('follows no redirect, wherever it leads', async () => {
    const paths: (string | undefined)[] = [];
    const url = await siteWith((request, response) => {
      paths.push(request.url);
      response.writeHead(302, {Location: '/internal'}).end();
    });
    expect(await probeSite(url, noHurry)).toMatchObject({kind: 'answered', status: 302});
    expect(paths).toEqual(['/plugins/zoom/webhook']);
  });

  it('waits for no body', async () => {
    const endless = await siteWith((_request, response) => void response.writeHead(200).write('x'));
    expect(await probeSite(endless, noHurry)).toMatchObject({kind: 'answered', status: 200});
  });

  it('tells the headers and as many bytes as are wanted, and leaves the rest of an endless body', async () => {
    const closed: Promise<unknown>[] = [];
    const url = await siteWith((_request, response) => {
      closed.push(once(response, 'close'));
      const more = (): void => void response.write('x'.repeat(64 * 1024), more);
      response.writeHead(200, {'Content-Type': 'text/javascript', 'X-Zoom-Join-Page': '1'});
      response.write('// Здравствуйте', more);
    });
    const answer = await probeSite(url, noHurry, 5);
    expect(answer).toMatchObject({beginning: '// З'});
    expect(answer).toMatchObject({headers: {'content-type': 'text/javascript', 'x-zoom-join-page': '1'}});
    expect(closed).toHaveLength(1);
    await closed[0];
  });

  it('asks for a body that is not packed, and unpacks none', async () => {
    const url = await siteWith((request, response) => {
      response.writeHead(200, {'Content-Encoding': 'gzip'}).end(request.headers['accept-encoding']);
    });
    expect(await probeSite(url, noHurry, 100)).toMatchObject({beginning: 'identity'});
  });

  it('does not wait for a body that comes too slowly', async () => {
    let begun = (): void => undefined;
    const beginning = new Promise<void>((resolve) => (begun = resolve));
    const url = await siteWith((_request, response) => {
      response.writeHead(200).write('x', begun);
    });
    const waiting = probeSite(url, noHurry, 100);
    await beginning;
    clock.advance(5_000);
    expect(await waiting).toEqual({kind: 'not-answered'});
  });

  it("waits no longer than five seconds, nor beyond its caller's deadline", async () => {
    let asked = (): void => undefined;
    const arrived = () => new Promise<void>((resolve) => (asked = resolve));
    const url = await siteWith(() => asked());
    const deadline = new AbortController();
    for (const endIt of [() => clock.advance(5_000), () => deadline.abort()]) {
      const arrival = arrived();
      const waiting = probeSite(url, deadline.signal);
      await arrival;
      endIt();
      expect(await waiting).toEqual({kind: 'not-answered'});
    }
  });

  it.each([
    ['CERT_HAS_EXPIRED', 'bad-certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'bad-certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'bad-certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'bad-certificate'],
    ['ECONNREFUSED', 'not-answered'],
    ['ENOTFOUND', 'not-answered'],
  ])('tells a certificate that nobody trusts from silence: %s', async (code, kind) => {
    nock('https://chat.example.org')
      .get('/')
      .replyWithError(Object.assign(new Error(code), {code}));
    expect(await probeSite('https://chat.example.org/', noHurry)).toEqual({kind});
  });

  it('says that nobody answers', async () => {
    const url = await siteWith((_request, response) => response.end());
    if (server !== undefined) await closeServer(server);
    server = undefined;
    expect(await probeSite(url, noHurry)).toEqual({kind: 'not-answered'});
  });
});
