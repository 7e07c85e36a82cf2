import type {MattermostForService} from '../../sandbox/mattermost/mattermost-for-service.js';
import type {Store} from '../../server/outbound/store/engines/store.js';
import type {LogRecord} from '../../sandbox/mattermost/records.js';
import type {LogEntry, PluginConfig, PluginHost} from './plugin-host.js';
import type {ServiceProcess} from '../../sandbox/service/service-process.js';

interface RunningParts {
  mattermost: MattermostForService;
  store: Store;
  settings: Readonly<Record<string, unknown>>;
  start: (
    settings: Readonly<Record<string, unknown>>,
    log: (entry: LogRecord) => void,
  ) => Promise<ServiceProcess>;
}

type RunningHost = Pick<
  PluginHost,
  | 'setServerConfig'
  | 'setPluginConfig'
  | 'pluginConfig'
  | 'activate'
  | 'deactivate'
  | 'checkHealth'
  | 'killPlugin'
  | 'pluginPid'
  | 'logs'
  | 'metrics'
>;

/** The service's process, and what it is started with: a change of either is a restart. */
export function createRunningService({mattermost, store, settings, start}: RunningParts) {
  const logs: LogEntry[] = [];
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());
  let config: PluginConfig = {};
  let generated: string | undefined;
  let service: ServiceProcess | undefined;
  const activate = async (): Promise<void> => {
    service = await start({...settings, ...config}, (entry) => {
      logs.push({...entry, fields: {...entry.fields}});
      changed();
    });
    void service.gone.then(changed);
  };
  const deactivate = async (): Promise<void> => {
    await service?.end();
    service = undefined;
  };
  const restart = async (): Promise<void> => {
    if (service === undefined) return;
    await deactivate();
    await activate();
  };
  const host: RunningHost = {
    async setServerConfig(patch) {
      await mattermost.setServerConfig(patch);
      await restart();
    },
    async setPluginConfig(given) {
      config = given;
      await restart();
    },
    async pluginConfig() {
      // They never change, and a test may have broken the store meanwhile.
      generated ??= await store.keyValue.get('generated_settings');
      const {v: _version, ...made} = JSON.parse(generated ?? '{}') as PluginConfig;
      return {...made, ...config};
    },
    activate: () => timed(activate),
    deactivate: () => timed(deactivate),
    async checkHealth() {
      const healthy = service?.isAlive() === true;
      if (!healthy) await activate();
      return {healthy, running: true};
    },
    async killPlugin() {
      await service?.kill();
      changed();
    },
    pluginPid: async () => (service?.isAlive() === true ? service.pid : undefined),
    async metrics() {
      const told = logs.filter(({message}) => message === 'Metrics are served').at(-1);
      const answer = await fetch(`http://127.0.0.1:${String(told?.fields['port'])}/metrics`);
      return answer.text();
    },
    async logs() {
      await nextTurn();
      return [...logs];
    },
  };
  const onChange = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  /** Another process on the same store and beside the same Mattermost. */
  const addNode = (): Promise<ServiceProcess> =>
    start(
      {...settings, ...config, Listen: '127.0.0.1:0'},
      (entry) => void logs.push({...entry, fields: {...entry.fields}}),
    );
  return {host, onChange, addNode, settings: () => ({...settings, ...config})};
}

async function timed(work: () => Promise<void>): Promise<{milliseconds: number}> {
  const begin = performance.now();
  await work();
  return {milliseconds: performance.now() - begin};
}

/**
 * What a service wrote to its log before it answered us is in the pipe by then, and is read in the next turn of the
 * event loop at the latest.
 */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => void setImmediate(() => void setImmediate(resolve)));
