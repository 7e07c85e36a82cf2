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
    expect(await probeSite(url, noHurry)).toEqual({kind: 'answered', status});
  });

  it('follows no redirect, wherever it leads', async () => {
    const paths: (string | undefined)[] = [];
    const url = await siteWith((request, response) => {
      paths.push(request.url);
      response.writeHead(302, {Location: '/internal'}).end();
    });
    expect(await probeSite(url, noHurry)).toEqual({kind: 'answered', status: 302});
    expect(paths).toEqual(['/plugins/zoom/webhook']);
  });

  it('waits for no body', async () => {
    const endless = await siteWith((_request, response) => void response.writeHead(200).write('x'));
    expect(await probeSite(endless, noHurry)).toEqual({kind: 'answered', status: 200});
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
