import {inspect} from 'node:util';
import {afterEach, describe, expect, it} from '@jest/globals';
import {type Behaviour, reset} from '../../../support/fault-server.js';
import {
  CALLS,
  jwt,
  noHurry,
  serverToServer,
  startZoomUnderTest,
  type ZoomUnderTest,
} from './zoom-under-test.js';

let running: ZoomUnderTest;
afterEach(() => running.server.close());

/** What came with the request, thrown back in every place that an answer has. */
const echo =
  (status: number): Behaviour =>
  ({headers: {authorization = ''}}, response) => {
    response.writeHead(status, {
      'Content-Type': 'application/json',
      'x-zm-trackingid': authorization,
      'Retry-After': authorization,
    });
    const token = authorization.replace(/^\w+ /, '');
    const start_url = `https://us02web.zoom.us/s/1?zak=canary-zak`;
    response.end(
      JSON.stringify({
        code: 300,
        message: `[${token}] ${start_url}`,
        error: 7,
        id: token,
        start_url,
        join_url: token,
      }),
    );
  };

/** The token of an API key is made anew each time; its signature is what is secret. */
const isInside = (text: string, secrets: readonly string[]): string[] =>
  secrets.filter((secret) => text.includes(secret));

describe.each([
  ['server to server', serverToServer],
  ['with an API key', jwt],
])('Signed in %s', (_mode, connection) => {
  it.each([200, 201, 400, 401, 403, 429, 500, 302])(
    'neither the error nor the log repeats a secret that Zoom sends back with %d',
    async (status) => {
      const seen: string[] = [];
      running = await startZoomUnderTest({
        connection,
        api: (request, response) => {
          seen.push((request.headers.authorization ?? '').replace('Bearer ', ''));
          echo(status)(request, response);
        },
      });
      const outcomes = await Promise.allSettled(
        Object.values(CALLS).map((call) => call(running.zoom, noHurry())),
      );
      const errors = outcomes.map((outcome) =>
        outcome.status === 'rejected' ? (outcome.reason as unknown) : undefined,
      );
      const shown = inspect([errors, running.log, running.zoom], {depth: null, showHidden: true});
      expect(seen.length).toBeGreaterThan(0);
      const secrets = [
        ...seen,
        'canary',
        'zak=',
        Buffer.from('client-1:canary-client-secret').toString('base64'),
      ];
      expect(isInside(shown, secrets)).toEqual([]);
    },
  );

  it('nor what axios knows of a request that broke', async () => {
    running = await startZoomUnderTest({connection, api: reset});
    const error: unknown = await CALLS.findUser(running.zoom, noHurry()).catch((reason: unknown) => reason);
    const shown = inspect([error, running.log], {depth: null, showHidden: true});
    expect(shown).toContain('ECONNRESET');
    expect(isInside(shown, ['canary', 'Bearer', 'Authorization'])).toEqual([]);
  });
});
