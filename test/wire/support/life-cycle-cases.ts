import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import type {PluginHost, StartPluginHost} from '../../support/plugin-host.js';
import {waitFor} from '../../support/wait-for.js';
import {isAlive} from './is-alive.js';
import {runningPid} from './running-pid.js';
import {ALICE, seedTownSquare, TOWN_SQUARE} from './town-square.js';

const HELP = {userId: ALICE, channelId: TOWN_SQUARE, command: '/zoom help'};

export interface BuiltPlugin {
  start: StartPluginHost;
  /** Only inside a test. */
  pluginDir: () => string;
}

/** The built plugin from its launch to the end of its process, on any host. */
export function describeLifeCycle({start, pluginDir}: BuiltPlugin): void {
  describe('from launch to end', () => {
    let host: PluginHost;
    let temporary: string;
    beforeAll(async () => {
      temporary = await mkdtemp(join(tmpdir(), 'sockets-'));
      host = await start({pluginDir: pluginDir(), env: {TMPDIR: temporary}});
      await seedTownSquare(host);
    });
    afterAll(async () => {
      await host.close();
      await rm(temporary, {recursive: true});
    });

    it('is activated: its bot and its command are there', async () => {
      await host.activate();
      expect((await host.bots()).map(({username}) => username)).toEqual(['zoom']);
      expect((await host.commands()).map(({trigger}) => trigger)).toEqual(['zoom']);
    });

    it('leaves no socket in the temporary folder while it runs', async () => {
      expect(await readdir(temporary)).toEqual([]);
    });

    it('answers its command', async () => {
      expect((await host.executeCommand(HELP)).text).toBe('');
      expect(await host.ephemeralPosts()).toMatchObject([
        {userId: ALICE, post: {channel_id: TOWN_SQUARE, message: expect.stringContaining('/zoom start')}},
      ]);
    });

    it('takes a change of its settings without a restart', async () => {
      const pid = await host.pluginPid();
      await host.resetCalls();
      await host.setPluginConfig({...(await host.pluginConfig()), WebhookSecret: 'a'.repeat(32)});
      expect(await host.calls()).toMatchObject({LoadPluginConfiguration: 1});
      expect(await host.pluginPid()).toBe(pid);
    });

    it('answers the health check', async () => {
      expect(await host.checkHealth()).toEqual({healthy: true, running: true});
    });

    it('ignores SIGINT, which reaches the whole process group of a server in a terminal', async () => {
      const pid = await runningPid(host);
      process.kill(pid, 'SIGINT');
      await host.executeCommand(HELP);
      expect(await host.pluginPid()).toBe(pid);
    });

    it('is started again by the health check after a crash', async () => {
      const pid = await runningPid(host);
      await host.killPlugin();
      expect(await host.checkHealth()).toEqual({healthy: false, running: true});
      expect(await host.pluginPid()).not.toBe(pid);
      const before = (await host.ephemeralPosts()).length;
      await host.executeCommand(HELP);
      expect(await host.ephemeralPosts()).toHaveLength(before + 1);
    });

    it('ends at SIGTERM', async () => {
      const pid = await runningPid(host);
      process.kill(pid, 'SIGTERM');
      await waitFor(host, async () => ((await host.pluginPid()) === undefined ? true : undefined));
      expect(isAlive(pid)).toBe(false);
      await host.checkHealth();
    });

    it('ends by itself when it is deactivated, and leaves nothing behind', async () => {
      const pid = await runningPid(host);
      const before = (await host.logs()).length;
      await host.deactivate();
      const messages = (await host.logs()).slice(before).map(({message}) => message);
      expect(messages).not.toContain('plugin failed to exit gracefully');
      expect(isAlive(pid)).toBe(false);
      expect(await readdir(temporary)).toEqual([]);
    });

    it('can be activated again', async () => {
      await host.activate();
      expect(await host.checkHealth()).toEqual({healthy: true, running: true});
    });

    it('does not hold up the server when an API call of OnActivate is never answered', async () => {
      await host.deactivate();
      await host.fault('EnsureBotUser', {kind: 'hang'}, {times: 1});
      await expect(host.activate()).rejects.toThrow();
      await host.liftFaults();
      await host.deactivate();
    });
  });
}
