import {beforeEach, describe, expect, it} from '@jest/globals';
import type {PluginHooks} from '../../../server/protocol/host/hooks-client.js';
import {createChanges} from '../../../sandbox/mattermost/change.js';
import type {PluginProcess} from '../../../sandbox/mattermost/plugin-process.js';
import {createSupervisor, type Supervisor} from '../../../sandbox/mattermost/supervisor.js';

const hourMs = 60 * 60 * 1000;
const unused = (): never => {
  throw new Error('not called here');
};

describe('the keeper of the plugin’s process', () => {
  let now: number;
  let pid: number;
  let refusal: Error | undefined;
  let supervisor: Supervisor;
  beforeEach(() => {
    now = 0;
    pid = 0;
    refusal = undefined;
    supervisor = createSupervisor({
      launch: async () => fakeProcess(),
      changes: createChanges(),
      now: () => now,
    });
  });

  function fakeProcess(): PluginProcess {
    let die = (): void => undefined;
    const gone = new Promise<void>((resolve) => (die = resolve));
    let isAlive = true;
    const end = async (): Promise<void> => {
      isAlive = false;
      die();
      await gone;
    };
    const hooks: PluginHooks = {
      implemented: unused,
      activate: unused,
      deactivate: unused,
      configurationChanged: unused,
      executeCommand: async () => ({Text: 'done'}),
      generateSupportData: unused,
      messageHasBeenPosted: unused,
      userHasBeenDeactivated: unused,
      serveHttp: unused,
      serveMetrics: unused,
    };
    pid += 1;
    return {
      hooks,
      pid,
      gone,
      activate: async () => {
        if (refusal !== undefined) throw refusal;
      },
      deactivate: async () => undefined,
      configurationChanged: async () => undefined,
      messagePosted: async () => undefined,
      userDeactivated: async () => undefined,
      isHealthy: async () => isAlive,
      quit: end,
      kill: end,
    };
  }

  it('starts a dead plugin again', async () => {
    await supervisor.activate();
    await supervisor.process()?.kill();
    await expect(supervisor.executeCommand({})).rejects.toMatchObject({
      status: 500,
      message: 'the plugin crashed',
    });
    expect(await supervisor.checkHealth()).toEqual({healthy: false, running: true});
    expect(supervisor.process()?.pid).toBe(2);
    expect(await supervisor.executeCommand({})).toEqual({Text: 'done'});
  });

  it.each([
    ['within an hour, and then leaves it off', 0, false],
    ['in more than an hour as often as needed', hourMs / 2 + 1, true],
  ])('does so for three deaths %s', async (_name, apart, running) => {
    await supervisor.activate();
    for (let death = 1; death <= 3; death += 1) {
      now += apart;
      await supervisor.process()?.kill();
      expect(await supervisor.checkHealth()).toEqual({healthy: false, running: death < 3 || running});
    }
  });

  it('passes on why a plugin does not start, and does not keep it', async () => {
    refusal = new Error('the name of the bot is taken');
    await expect(supervisor.activate()).rejects.toThrow('the name of the bot is taken');
    expect([supervisor.active(), supervisor.process()]).toEqual([undefined, undefined]);
    refusal = undefined;
    await supervisor.activate();
    expect(supervisor.active()?.pid).toBe(2);
  });

  it('does not start a running plugin twice', async () => {
    await supervisor.activate();
    await expect(supervisor.activate()).rejects.toThrow('active already');
  });
});
