import {execFile, spawn} from 'node:child_process';
import {chmod, mkdir, mkdtemp, rename, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {text} from 'node:stream/consumers';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {hasGo} from '../support/go.js';
import {COLD_BUILD_MS} from '../support/go-host-build.js';
import type {JsonLines} from '../support/json-lines.js';
import {mattermostId} from '../support/mattermost-id.js';
import {bundlePath, reasonToSkipBundle} from './bundle-under-test.js';
import {createGlibcRoot, type GlibcRoot} from './create-glibc-root.js';
import {startHostInRoot} from './start-host-in-root.js';

const execute = promisify(execFile);
const executableFolder = '/plugins/zoom/server/dist/linux-amd64';
/** What a Mattermost server puts into a plugin's environment. */
const serverEnvironment = {
  MATTERMOST_PLUGIN: 'Securely message teams, anywhere.',
  PLUGIN_MIN_PORT: '10000',
  PLUGIN_MAX_PORT: '25000',
  PLUGIN_PROTOCOL_VERSIONS: '1',
};

if (reasonToSkipBundle !== undefined) {
  process.stderr.write(`The bundle is not tried in a bare root: ${reasonToSkipBundle}.\n`);
}

const launch = (root: GlibcRoot) => {
  const {command, args} = root.commandLine([`${executableFolder}/plugin-linux-amd64`]);
  const env = {PATH: process.env['PATH'] ?? '', ...serverEnvironment};
  return spawn(command, args, {stdio: ['ignore', 'pipe', 'pipe'], env});
};

(reasonToSkipBundle === undefined ? describe : describe.skip)('where only glibc is installed', () => {
  let root: GlibcRoot;

  beforeAll(async () => {
    root = await createGlibcRoot(await mkdtemp(join(tmpdir(), 'glibc-root-')));
    await chmod(root.dir, 0o755);
    await mkdir(join(root.dir, 'plugins'));
    await execute('tar', ['-xzf', bundlePath('linux-amd64'), '-C', join(root.dir, 'plugins')]);
  });

  afterAll(async () => {
    await rm(root.dir, {recursive: true, force: true});
  });

  it('the amd64 executable answers with the handshake line and complains of nothing', async () => {
    const plugin = launch(root);
    const complaints = text(plugin.stderr);
    const gone = new Promise((resolve) => plugin.once('exit', resolve));
    const lines = createInterface(plugin.stdout)[Symbol.asyncIterator]();
    const first = await lines.next();
    plugin.kill('SIGKILL');
    await gone;
    expect(`${String(first.value)}\n${await complaints}`).toMatch(/^1\|1\|unix\|\/tmp\/\S+\|netrpc\|\n$/);
  });

  it('the libraries beside the executable are what makes it start', async () => {
    const library = join(root.dir, executableFolder, 'libstdc++.so.6');
    await rename(library, join(root.dir, 'away'));
    const plugin = launch(root);
    const complaints = text(plugin.stderr);
    const code = await new Promise((resolve) => plugin.once('exit', resolve));
    await rename(join(root.dir, 'away'), library);
    expect({code, complaints: await complaints}).toEqual({
      code: 127,
      complaints: expect.stringContaining('libstdc++.so.6: cannot open shared object file'),
    });
  });

  (hasGo() ? describe : describe.skip)('under Mattermost’s own plugin host', () => {
    let host: JsonLines;

    beforeAll(async () => {
      host = await startHostInRoot(root);
    }, COLD_BUILD_MS);

    afterAll(() => host.close());

    it('the bundle starts, answers a command and ends when it is told to', async () => {
      await host.ask('seed', {users: [{id: mattermostId('ann')}], channels: [{id: mattermostId('town')}]});
      await host.ask('activate');
      const asked = {userId: mattermostId('ann'), channelId: mattermostId('town'), command: '/zoom help'};
      await host.ask('executeCommand', asked);
      expect(await host.ask('ephemeralPosts')).toMatchObject([
        {post: {message: expect.stringContaining('/zoom start')}},
      ]);
      await host.ask('deactivate');
      const logs = (await host.ask('logs')) as {level: string}[];
      expect(logs.filter(({level}) => level === 'error')).toEqual([]);
      expect(await host.ask('pluginPid')).toBeUndefined();
    });
  });
});
