import type {ServiceProcess} from '../../sandbox/service/service-process.js';
import type {ServiceHost} from '../../test/support/service-host.js';

/** The processes of a service on one store. The first is the one that Mattermost talks to. */
export interface Fleet {
  /** Origins of those that are not being killed or started. */
  urls: () => readonly string[];
  pids: () => Promise<readonly number[]>;
  /** SIGKILL to one of them, of `count`; resolves when its successor is ready. */
  killAndStart(index: number): Promise<void>;
  readonly count: number;
  close(): Promise<void>;
}

export async function startFleet(host: ServiceHost, count: number): Promise<Fleet> {
  const {origin} = new URL(host.routesUrl);
  const others: (ServiceProcess | undefined)[] = [];
  let hasFirst = true;
  for (let index = 1; index < count; index += 1) others.push(await host.addNode());
  return {
    count,
    urls: () => [
      ...(hasFirst ? [origin] : []),
      ...others.flatMap((node) => (node === undefined ? [] : [node.url])),
    ],
    pids: async () =>
      [await host.pluginPid(), ...others.map((node) => node?.pid)].filter((pid) => pid !== undefined),
    async killAndStart(index) {
      if (index === 0) {
        hasFirst = false;
        await host.killPlugin();
        await host.checkHealth();
        hasFirst = true;
        return;
      }
      const victim = others[index - 1];
      others[index - 1] = undefined;
      await victim?.kill();
      others[index - 1] = await host.addNode();
    },
    async close() {
      await Promise.all(others.map(async (node) => node?.end()));
    },
  };
}
