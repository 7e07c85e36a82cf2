import type {PluginHost} from '../../support/plugin-host.js';

/** The plugin's process id, where the test knows that it runs. */
export async function runningPid(host: PluginHost): Promise<number> {
  const pid = await host.pluginPid();
  if (pid === undefined) throw new Error('no plugin process runs');
  return pid;
}
