import type {KeyValue} from '../../../core/ports/key-value.js';
import {storeUnavailable} from '../../../core/ports/port-error.js';
import {openStore} from './open-store.js';
import type {Store, StoreDeps} from './store.js';

/** A store that can be handed out before it is open: until then, everything rejects with `store-unavailable`. */
export interface CreatedStore extends Store {
  /**
   * May be called again after a failure, and when it is open already.
   * @throws StoreOpenError, `store-unavailable`
   */
  open: () => Promise<void>;
}

/** The store of an address, which may name a database that is not up yet. */
export function createStore(address: string, deps: StoreDeps): CreatedStore {
  let opened: Store | undefined;
  let opening: Promise<Store> | undefined;
  const engine = (): Store => {
    if (opened === undefined) throw storeUnavailable('The store is not open');
    return opened;
  };
  const rows = (): KeyValue => engine().keyValue;
  const keyValue: KeyValue = {
    get: async (...args) => rows().get(...args),
    put: async (...args) => rows().put(...args),
    compareAndSet: async (...args) => rows().compareAndSet(...args),
    delete: async (...args) => rows().delete(...args),
  };
  return {
    keyValue,
    async open() {
      if (opened !== undefined) return;
      opening ??= openStore(address, deps);
      try {
        opened = await opening;
      } finally {
        opening = undefined;
      }
    },
    ping: async () => engine().ping(),
    async close() {
      const store = opened ?? (await opening?.catch(() => undefined));
      await store?.close();
    },
  };
}
