import {openMemory} from './memory.js';
import {type Store, type StoreDeps, StoreOpenError} from './store.js';

type Open = (address: string, deps: StoreDeps) => Promise<Store>;

/** What only one of the engines needs is loaded when that engine is used. */
const ENGINES: Readonly<Record<string, Open>> = {
  sqlite: async (address, deps) =>
    (await import('./sqlite.js')).openSqlite(address.slice('sqlite:'.length), deps),
  postgres: async (address, deps) => (await import('./postgres.js')).openPostgres(address, deps),
  postgresql: async (address, deps) => (await import('./postgres.js')).openPostgres(address, deps),
  memory: async (_address, {clock}) => openMemory(clock),
};

/**
 * Opens the store that an address names: `sqlite:<file>`, `postgres://…` or `memory:`.
 * @throws StoreOpenError
 */
export async function openStore(address: string, deps: StoreDeps): Promise<Store> {
  const scheme = address.split(':', 1)[0] ?? '';
  const open = Object.hasOwn(ENGINES, scheme) ? ENGINES[scheme] : undefined;
  const isComplete = scheme === 'memory' || address.length > scheme.length + 1;
  if (open === undefined || !isComplete) {
    throw new StoreOpenError(
      'Store must be an address such as `sqlite:/var/lib/zoom-mattermost/store.db` or `postgres://user@host/database`.',
    );
  }
  return open(address, deps);
}
