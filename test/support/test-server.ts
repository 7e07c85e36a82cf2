import {createApi} from '../../sandbox/mattermost/api.js';
import {createFaults, type Faults} from '../../sandbox/mattermost/faults.js';
import type {ManifestSetting} from '../../sandbox/mattermost/manifest.js';
import {createState, type State} from '../../sandbox/mattermost/state.js';
import type {ApiClient} from '../../server/protocol/plugin/api-client.js';
import {connectApi} from './in-process-plugin.js';
import {createManualClock, type ManualClock} from './manual-clock.js';

/** The small Mattermost's plugin API in this process, called through net/rpc and gob. */
export interface TestServer {
  readonly api: ApiClient;
  readonly state: State;
  readonly faults: Faults;
  readonly clock: ManualClock;
}

export function createTestServer(settings: readonly ManifestSetting[] = []): TestServer {
  const clock = createManualClock();
  const state = createState(() => clock.now());
  const faults = createFaults(
    {kill: async () => undefined, gone: () => new Promise(() => undefined)},
    () => undefined,
  );
  const manifest = {id: 'zoom', executable: '', settings, file: {}};
  const functions = createApi(state, {manifest, bundlePath: '/nowhere', saved: () => undefined});
  return {api: connectApi(functions, faults.around), state, faults, clock};
}
