import {runCli} from './hosts/standalone/cli/run-cli.js';
import {openStore} from './outbound/store/engines/open-store.js';

// What only one of the commands needs is loaded when it is asked for.
process.exitCode = await runCli(process, {
  openStore,
  loadCompose: async () => (await import('./compose.js')).compose,
  loadCopyStore: async () => (await import('./outbound/store/engines/copy-store.js')).copyStore,
});
