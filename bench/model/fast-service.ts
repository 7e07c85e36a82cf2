import {runCli} from '../../server/hosts/standalone/cli/run-cli.js';
import {systemRandom} from '../../server/lib/system-random.js';
import {createStore} from '../../server/outbound/store/engines/create-store.js';
import {createServiceRecords} from '../../server/outbound/store/service-records.js';
import {CLOCK_FASTER} from './costs.js';
import {fastClock} from './fast-clock.js';

// The service as server/zoom-mattermost.ts starts it, with an application for which time passes faster.
process.exitCode = await runCli(process, {
  createStore(address, deps) {
    const store = createStore(address, deps);
    const {keyValue} = store;
    return {...store, records: createServiceRecords({...deps, keyValue, random: systemRandom})};
  },
  async loadCompose() {
    const {compose} = await import('../../server/compose.js');
    return (host) => compose({...host, clock: fastClock(host.clock, Number(process.env[CLOCK_FASTER]))});
  },
  loadCopyStore: async () => (await import('../../server/outbound/store/engines/copy-store.js')).copyStore,
});
