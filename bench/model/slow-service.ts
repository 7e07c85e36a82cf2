import {runCli} from '../../server/hosts/standalone/cli/run-cli.js';
import {systemRandom} from '../../server/lib/system-random.js';
import {createStore} from '../../server/outbound/store/engines/create-store.js';
import {createServiceRecords} from '../../server/outbound/store/service-records.js';
import {STORE_SLOWER} from './costs.js';
import {slowKeyValue} from './slow-key-value.js';

// The service as server/zoom-mattermost.ts starts it, on a store with the costs of the model.
process.exitCode = await runCli(process, {
  createStore(address, deps) {
    const store = createStore(address, deps);
    const keyValue = slowKeyValue(store.keyValue, Number(process.env[STORE_SLOWER]));
    return {...store, keyValue, records: createServiceRecords({...deps, keyValue, random: systemRandom})};
  },
  loadCompose: async () => (await import('../../server/compose.js')).compose,
  loadCopyStore: async () => (await import('../../server/outbound/store/engines/copy-store.js')).copyStore,
});
