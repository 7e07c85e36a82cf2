import {openMemory} from './memory.js';
import {type Source, type Store, type StoreDeps, StoreOpenError, type Target} from './store.js';

/** What can be done with the addresses of one scheme. */
interface Engine {
  /** @throws StoreOpenError, `store-unavailable` */
  open: (address: string, deps: StoreDeps) => Promise<Store>;
  /** Only where there is something that outlives its process. */
  copying?: {
    /** @throws StoreOpenError also when there is no store of ours, `store-unavailable` */
    source: (address: string, deps: StoreDeps) => Promise<Source>;
    /** @throws StoreOpenError also when a service is using it, `store-unavailable` */
    target: (address: string, deps: StoreDeps) => Promise<Target>;
  };
}

const fileOf = (address: string): string => address.slice('sqlite:'.length);

// What only one of the engines needs is loaded when that engine is used.
const sqlite: Engine = {
  open: async (address, deps) => (await import('./sqlite.js')).openSqlite(fileOf(address), deps),
  copying: {
    source: async (address, deps) => (await import('./copy-sqlite.js')).sqliteSource(fileOf(address), deps),
    target: async (address) => (await import('./copy-sqlite.js')).sqliteTarget(fileOf(address)),
  },
};
const postgres: Engine = {
  open: async (address, deps) => (await import('./postgres.js')).openPostgres(address, deps),
  copying: {
    source: async (address, deps) => (await import('./copy-postgres.js')).postgresSource(address, deps),
    target: async (address, deps) => (await import('./copy-postgres.js')).postgresTarget(address, deps),
  },
};
const memory: Engine = {open: async (_address, {clock}) => openMemory(clock)};

const ENGINES: Readonly<Record<string, Engine>> = {sqlite, postgres, postgresql: postgres, memory};

/**
 * The engine of an address: `sqlite:<file>`, `postgres://…` or `memory:`.
 * @throws StoreOpenError
 */
export function engineOf(address: string): Engine {
  const scheme = address.split(':', 1)[0] ?? '';
  const engine = Object.hasOwn(ENGINES, scheme) ? ENGINES[scheme] : undefined;
  const isComplete = scheme === 'memory' || address.length > scheme.length + 1;
  if (engine !== undefined && isComplete) return engine;
  throw new StoreOpenError(
    'Store must be an address such as `sqlite:/var/lib/zoom-mattermost/store.db` or `postgres://user@host/database`.',
  );
}
