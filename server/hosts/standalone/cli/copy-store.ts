import {systemClock} from '../../../lib/system-clock.js';
import {createLogger} from '../logger.js';
import type {CliContext} from './command.js';

/** Copies everything from one store to another, while the service is stopped. May be repeated. */
export async function copyStoreCommand({options, say, process, loadCopyStore}: CliContext): Promise<number> {
  const {from, to} = options;
  if (from === undefined || to === undefined || from === to) {
    throw new Error('Name two different stores: copy-store --from ADDRESS --to ADDRESS');
  }
  const deps = {clock: systemClock, logger: createLogger('warn', process.stderr)};
  const copyStore = await loadCopyStore();
  const copied = await copyStore({from, to}, deps, (soFar) => say(`${soFar} rows copied`));
  say(
    `Done: ${copied} rows. Change Store in the configuration to the new address, and start the service again.`,
  );
  return 0;
}
