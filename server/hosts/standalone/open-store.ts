import {isStoreError} from '../../core/ports/port-error.js';
import {ConfigError} from './read-config.js';
import type {ServiceStore} from './service-parts.js';

/**
 * Opens the store, unless it is open already.
 * @throws `store-unavailable`: it may work later; ConfigError: not until somebody changes something
 */
export async function openStore({open}: Pick<ServiceStore, 'open'>): Promise<void> {
  try {
    await open();
  } catch (error) {
    throw isStoreError(error)
      ? error
      : new ConfigError([error instanceof Error ? error.message : String(error)]);
  }
}
