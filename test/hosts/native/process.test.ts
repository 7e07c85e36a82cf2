import {execFile} from 'node:child_process';
import {afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {createMattermost, type Mattermost} from '../../../sandbox/mattermost/mattermost.js';
import {anyText} from '../../support/any-text.js';
import type {HttpResponse} from '../../support/plugin-host.js';
import {requestPlugin} from '../../support/request-plugin.js';
import {shared} from '../../support/shared/shared.js';
import {untilLogged} from '../../support/until-logged.js';

const FAULTY_PLUGIN = 'test/hosts/native/fixtures/faulty-plugin.ts';

describe('the plugin’s process', () => {
  let pluginDir: string;
  let server: Mattermost;
  beforeAll(async () => {
    pluginDir = (await shared('plugin', FAULTY_PLUGIN)).folder;
  });

  beforeEach(async () => {
    server = await createMattermost({pluginDir});
    await server.activate();
  });
  afterEach(() => server.close());

  const get = (path: string): Promise<HttpResponse> =>
    requestPlugin(`${server.siteUrl}/plugins/${server.pluginId}`, {path}, (id) => server.sessionOf(id));
  const textOf = async (path: string): Promise<string> => (await get(path)).body.toString();

  it.each(['/throw', '/reject', '/half'])(
    'A-07: answers 500 to %s, says why in the log, and lives',
    async (path) => {
      const pid = server.pluginPid();
      expect((await get(path)).status).toBe(500);
      expect((await untilLogged(server, 'An HTTP request failed')).level).toBe('error');
      expect([await textOf('/'), server.pluginPid()]).toEqual(['fine', pid]);
    },
  );

  it.each([
    ['/throw-behind-an-answer', 'A failure was caught by nobody'],
    ['/reject-behind-an-answer', 'A failure was awaited by nobody'],
  ])('A-07: outlives a failure behind the answer (%s)', async (path, logged) => {
    const pid = server.pluginPid();
    expect(await textOf(path)).toBe('answered');
    await untilLogged(server, logged);
    expect([await textOf('/'), server.pluginPid()]).toEqual(['fine', pid]);
  });

  it('writes nothing but the handshake to stdout: what is printed goes to the log', async () => {
    await textOf('/print');
    await untilLogged(server, 'this must not reach stdout');
    expect(await server.checkHealth()).toEqual({healthy: true, running: true});
  });

  it.each([
    ['SIGTERM', () => void process.kill(server.pluginPid() ?? 0, 'SIGTERM')],
    ['a deactivation', () => void server.deactivate()],
  ])('R-06: at %s answers what has begun, and then ends', async (_name, stop) => {
    const answers = Promise.all(Array.from({length: 20}, (_, index) => textOf(`/slow/${index}`)));
    await untilLogged(server, 'a slow request has begun', 20);
    const ended = new Promise<void>((resolve) => {
      server.onChange((change) => change.kind === 'plugin' && !change.running && resolve());
    });
    stop();
    expect(await answers).toEqual(Array.from({length: 20}, () => 'late'));
    await ended;
    expect(server.pluginPid()).toBeUndefined();
  });

  it('R-08: no request that a client can send ends it', async () => {
    const pid = server.pluginPid();
    const text = anyText();
    const header = fc.dictionary(text, fc.array(text, {maxLength: 3}), {maxKeys: 4, noNullPrototype: true});
    await fc.assert(
      fc.asyncProperty(text, text, header, fc.uint8Array(), async (method, path, headers, body) => {
        const target = `/plugins/${server.pluginId}/${path}`;
        const {status} = await server.request({method, target, header: headers, host: '', body: once(body)});
        expect([200, 400, 404, 431, 501]).toContain(status);
      }),
      {numRuns: 200},
    );
    expect([await textOf('/'), server.pluginPid()]).toEqual(['fine', pid]);
  });
});

describe('a plugin that a person starts', () => {
  it('says what it is, and ends with 1', async () => {
    const {executable} = await shared('plugin');
    const ended = await new Promise<unknown[]>((resolve) => {
      execFile(executable, (error, stdout, stderr) => resolve([error?.code, stdout, stderr]));
    });
    expect(ended).toEqual([1, '', expect.stringContaining('A Mattermost server starts it')]);
  });
});

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}
