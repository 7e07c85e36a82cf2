import {once} from 'node:events';
import {connect} from 'node:net';
import {text} from 'node:stream/consumers';
import {afterAll, afterEach, beforeAll, expect, it} from '@jest/globals';
import {onEachHost} from '../support/on-each-host.js';
import {createWorld, type World} from '../support/world.js';

/**
 * Requests that no browser makes, from anybody on the internet. Headers that say who somebody is, slow and large bodies
 * are in feature/service-edge, addresses of clients in feature/service-pairing.
 */
onEachHost(
  'A stranger at the edge of a service',
  ({start, pluginDir}) => {
    let world: World;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    });
    afterAll(() => world.close());
    /** Nothing of it was a mistake of ours, and nothing was done. */
    afterEach(async () => {
      expect((await world.host.logs()).filter(({level}) => level === 'error')).toEqual([]);
      expect(await world.host.pluginPid()).toBeDefined();
      expect(world.zoom.requests).toEqual([]);
    });

    /** Sends bytes as they are. @returns the status of each answer */
    const send = async (...lines: readonly string[]): Promise<readonly number[]> => {
      const socket = connect(Number(new URL(world.host.routesUrl).port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(lines.join('\r\n'));
      const answered = await text(socket);
      return [...answered.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
    };
    const ask = (method: string, target: string): Promise<readonly number[]> =>
      send(
        `${method} ${target} HTTP/1.1`,
        ...['Host: x', 'Connection: close', 'Content-Type: application/json', 'Content-Length: 2', '', '{}'],
      );

    it.each([
      ['/%', [404, 404]],
      ['/plugins/zoom/%ff', [404, 404]],
      ['/plugins/zoom/webhook/%00', [404, 404]],
      ['/plugins/zoom/../zoom/webhook', [404, 404]],
      ['//plugins/zoom/webhook', [404, 404]],
      ['*', [404, 404]],
      ['/plugins/zoom/webhook?secret=a&secret=b', [405, 401]],
      ['/plugins/zoom/webhook?secret[a]=b', [405, 401]],
      ['http://evil.example/plugins/zoom/webhook', [405, 401]],
      ['/plugins/zoom/host?ticket=%ff', [403, 403]],
      ['/plugins/zoom/host?ticket=a&ticket=b', [403, 403]],
      ['/plugins/zoom/host?ticket[]=a', [403, 403]],
    ])('S-15 is answered plainly at %s', async (target, statuses) => {
      const answers = [await ask('GET', target), await ask('POST', target)];
      expect(answers.flat()).toEqual(statuses);
    });

    it('S-15 hides no second request in one, and opens no tunnel', async () => {
      const hidden = ['GET /healthz HTTP/1.1', 'Host: x', '', ''];
      const head = ['POST /plugins/zoom/webhook HTTP/1.1', 'Host: x', 'Connection: close'];
      expect(
        await send(...head, 'Content-Length: 4', 'Transfer-Encoding: chunked', '', '0', '', ...hidden),
      ).toEqual([400]);
      expect(await send(...head, 'Content-Length: 0', 'Content-Length: 5', '', ...hidden)).toEqual([400]);
      expect(await send(...head, 'X-Header: a\n b', '', '')).toEqual([400]);
      expect(await send('CONNECT 127.0.0.1:22 HTTP/1.1', 'Host: x', '', '')).toEqual([]);
    });

    it('S-15 is answered in some language, whatever the browser is said to speak', async () => {
      for (const language of ['__proto__', 'constructor', '*', '../..', 'en_US@x', 'x'.repeat(3_000)]) {
        const headers = {'Accept-Language': language};
        const page = await world.host.http({path: '/host?ticket=a', headers});
        expect([page.status, page.body.toString()]).toEqual([
          403,
          expect.stringMatching(/<html lang="[^"<>]*">/),
        ]);
      }
    });

    it.each(['/api/v1/meetings', '/api/v1/pairings/claim', '/api/v1/actions/start-as-host'])(
      'W-14 is not understood with thirty thousand lists in each other, at %s',
      async (path) => {
        const deep = `${'['.repeat(30_000)}"\\ud800"${']'.repeat(30_000)}`;
        const headers = {'Content-Type': 'application/json'};
        const {status} = await world.host.http({method: 'POST', path, headers, body: deep});
        expect([400, 401]).toContain(status);
      },
    );
  },
  {lacks: ['sessions']},
);
