import type {PluginHost} from '../../test/support/plugin-host.js';

/** The calls of the plugin API that the host counts while something happens. */
export interface CountedCalls {
  readonly count: number;
  /** By method: `GetUser, KVGet ×2`. */
  readonly list: string;
}

export async function callsOf(host: PluginHost, happen: () => Promise<unknown>): Promise<CountedCalls> {
  await host.resetCalls();
  await happen();
  const calls = Object.entries(await host.calls());
  return {
    count: calls.reduce((sum, [, times]) => sum + times, 0),
    list: calls.map(([method, times]) => (times === 1 ? method : `${method} ×${times}`)).join(', '),
  };
}
