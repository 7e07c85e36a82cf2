import type {StartPluginHost} from '../../support/plugin-host.js';

interface Together {
  start: StartPluginHost;
  pluginDir: string;
  /** How many hosts do it at the same time: more than the machine has cores is what makes the load. */
  servers: number;
  /** Activations of each host. */
  times: number;
}

/** Activates and deactivates again and again, and tells how it went. */
export async function activateTogether({
  start,
  pluginDir,
  servers,
  times,
}: Together): Promise<{succeeded: number; failures: readonly string[]}> {
  const failures: string[] = [];
  let succeeded = 0;
  const activateAgainAndAgain = async (): Promise<void> => {
    const host = await start({pluginDir});
    try {
      for (let round = 0; round < times; round += 1) {
        await host.activate();
        const {healthy} = await host.checkHealth();
        if (healthy) succeeded += 1;
        else failures.push('dead after its activation');
        await host.deactivate();
      }
    } catch (error) {
      failures.push(String(error));
    } finally {
      await host.close();
    }
  };
  await Promise.all(Array.from({length: servers}, activateAgainAndAgain));
  return {succeeded, failures};
}
