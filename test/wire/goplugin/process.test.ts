import {spawnSync} from 'node:child_process';
import {readdir, rm} from 'node:fs/promises';
import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import {gob} from '../../../server/wire/gob/type.js';
import {launchPlugin, type LaunchedPlugin} from '../../../server/wire/goplugin/host.js';
import type {LogLine} from '../../../server/wire/goplugin/log-line.js';
import {createRpcClient} from '../../../server/wire/netrpc/client.js';
import {createManualClock} from '../../support/manual-clock.js';
import {buildPluginFixture} from './fixture/build-plugin-fixture.js';
import {testCookie} from './fixture/test-cookie.js';

let built: Awaited<ReturnType<typeof buildPluginFixture>>;
const running: LaunchedPlugin[] = [];
const logged: LogLine[] = [];

beforeAll(async () => {
  built = await buildPluginFixture();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((plugin) => plugin.kill()));
  logged.length = 0;
});
afterAll(() => rm(built.folder, {recursive: true}));

async function launch(misbehaviour = '', clock = createManualClock()): Promise<LaunchedPlugin> {
  const plugin = await launchPlugin({
    command: process.execPath,
    args: [built.script],
    cookie: testCookie,
    env: {...process.env, PLUGIN_UNIX_SOCKET_DIR: built.folder, TEST_MISBEHAVIOUR: misbehaviour},
    onLog: (line) => logged.push(line),
    clock,
  });
  running.push(plugin);
  return plugin;
}

async function echo(plugin: LaunchedPlugin, text: string): Promise<unknown> {
  return createRpcClient(await plugin.dispense('echo')).call('Plugin.Echo', gob.string, text);
}

describe('a plugin process', () => {
  it('is launched, pinged, called and stopped', async () => {
    const plugin = await launch();
    await plugin.ping();
    expect(await echo(plugin, 'hello')).toBe('hello');
    await expect(plugin.dispense('no such service')).rejects.toThrow('unknown plugin type: no such service');
    await expect(plugin.stop()).resolves.toEqual({code: 0, signal: null});
    await expect(plugin.closed).resolves.toBeUndefined();
    await expect(plugin.stop()).resolves.toEqual({code: 0, signal: null});
  });

  it('leaves no socket behind once it is connected', async () => {
    const plugin = await launch();
    await plugin.ping();
    expect(await readdir(built.folder)).toEqual(['plugin.cjs']);
  });

  it('is heard on stderr, line by line', async () => {
    const plugin = await launch();
    await plugin.stop();
    expect(logged).toEqual([
      {level: 'warn', message: '[WARN] starting', fields: {}},
      {level: 'debug', message: 'plain', fields: {}},
    ]);
  });

  it('ends by itself when its host is gone', async () => {
    const plugin = await launch();
    await plugin.ping();
    plugin.close();
    await expect(plugin.exited).resolves.toEqual({code: 0, signal: null});
  });

  it('is killed when it has not gone 2 s after it was asked', async () => {
    const clock = createManualClock();
    const plugin = await launch('stay', clock);
    const stopped = plugin.stop();
    await plugin.closed;
    clock.advance(2000);
    await expect(stopped).resolves.toEqual({code: null, signal: 'SIGKILL'});
  });

  it.each([
    ['says something else first', 'chatter', 'not a handshake of this protocol: "hello, world"'],
    ['ends before it has said anything', 'exit', 'the plugin ended before its handshake (3)'],
  ])('that %s is not launched', async (_, misbehaviour, reason) => {
    await expect(launch(misbehaviour)).rejects.toThrow(reason);
  });

  it('that says nothing for 3 s is not launched', async () => {
    const clock = createManualClock();
    const launching = launch('silence', clock);
    await clock.untilWaiting();
    clock.advance(3000);
    await expect(launching).rejects.toThrow('timeout while waiting for plugin to start');
  });

  it('that does not exist is not launched', async () => {
    const launching = launchPlugin({
      command: `${built.folder}/nothing-here`,
      cookie: testCookie,
      env: {},
      onLog: () => undefined,
    });
    await expect(launching).rejects.toMatchObject({name: 'GoPluginError', code: 'not-started'});
  });

  it('started by hand explains itself and ends with 1', () => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [built.script], {encoding: 'utf8', env: {}});
    expect({status, stdout}).toEqual({status: 1, stdout: ''});
    expect(stderr).toContain('This program is a plugin. It is started by the server that it belongs to');
  });
});
