import {runCli} from './hosts/standalone/cli/run-cli.js';
import {systemRandom} from './lib/system-random.js';
import {createStore} from './outbound/store/engines/create-store.js';
import {createServiceRecords} from './outbound/store/service-records.js';

// What only one of the commands needs is loaded when that command runs.
void runCli(process, {
  createStore(address, deps) {
    const store = createStore(address, deps);
    const {keyValue} = store;
    return {...store, records: createServiceRecords({...deps, keyValue, random: systemRandom})};
  },
  loadCompose: async () => (await import('./compose.js')).compose,
  loadCopyStore: async () => (await import('./outbound/store/engines/copy-store.js')).copyStore,
}).then((status) => {
  process.exitCode = status;
});
