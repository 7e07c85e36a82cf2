import {engineOf} from './engines.js';
import type {Store, StoreDeps} from './store.js';

/**
 * Opens the store that an address names: `sqlite:<file>`, `postgres://…` or `memory:`.
 * @throws StoreOpenError, `store-unavailable`
 */
export const openStore = async (address: string, deps: StoreDeps): Promise<Store> =>
  engineOf(address).open(address, deps);
