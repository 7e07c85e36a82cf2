import {startGoHost} from '../../test/support/go-host.js';
import type {CommandArgs, PluginHost} from '../../test/support/plugin-host.js';
import {startTypeScriptHost} from '../../test/support/typescript-host.js';
import {heapFlags} from './heap-flags.js';

/** A host that times the ExecuteCommand hook where it is called. */
export interface TimedHost {
  readonly host: PluginHost;
  /** One command after the other; microseconds of each round trip. What the plugin answers is not looked at. */
  readonly timeCommands: (args: CommandArgs, count: number) => Promise<readonly number[]>;
}

/** Mattermost's own host where Go is, that of the sandbox elsewhere; the plugin is not active yet. */
export async function startTimedHost(pluginDir: string, hasGo: boolean): Promise<TimedHost> {
  const options = {pluginDir, env: heapFlags};
  if (hasGo) {
    const host = await startGoHost(options);
    return {host, timeCommands: (args, count) => host.timeCommands(args, count)};
  }
  const host = await startTypeScriptHost(options);
  return {host, timeCommands: (args, count) => timeOneByOne(host, args, count)};
}

async function timeOneByOne(host: PluginHost, args: CommandArgs, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  while (times.length < count) {
    const begin = performance.now();
    await host.executeCommand(args);
    times.push((performance.now() - begin) * 1000);
  }
  return times;
}
