import {runCli} from './hosts/standalone/cli/run-cli.js';
import {systemRandom} from './lib/system-random.js';
import {openStore} from './outbound/store/engines/open-store.js';
import {createServiceRecords} from './outbound/store/service-records.js';

// What only one of the commands needs is loaded when that command runs.
void runCli(process, {
  async openStore(address, deps) {
    const store = await openStore(address, deps);
    const {keyValue} = store;
    return {...store, records: createServiceRecords({...deps, keyValue, random: systemRandom})};
  },
  loadCompose: async () => (await import('./compose.js')).compose,
  loadCopyStore: async () => (await import('./outbound/store/engines/copy-store.js')).copyStore,
}).then((status) => {
  process.exitCode = status;
});
