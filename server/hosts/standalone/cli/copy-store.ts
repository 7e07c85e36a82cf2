import {systemClock} from '../../../lib/system-clock.js';
import {createLogger} from '../logger.js';
import type {CliContext} from './command.js';

/** Copies everything from one store to another. For a back-up, a service may be using the first. */
export async function copyStoreCommand({options, say, process, loadCopyStore}: CliContext): Promise<number> {
  const {from, to, force: replaces = false} = options;
  if (from === undefined || to === undefined || from === to) {
    throw new Error('Name two different stores: copy-store --from ADDRESS --to ADDRESS');
  }
  const deps = {clock: systemClock, logger: createLogger('warn', process.stderr)};
  const copyStore = await loadCopyStore();
  const copied = await copyStore({from, to, replaces}, deps, (soFar) => say(`${soFar} rows copied`));
  say(`Done: ${copied} rows, as they were when the copy began, and the target counts as many.`);
  say(
    'If the service is to move: it has to be stopped during the copy. Change Store in its configuration, then start it.',
  );
  return 0;
}
