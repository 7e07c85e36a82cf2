import type {ListKeys} from '../../core/ports/host.js';
import type {KeyValue} from '../../core/ports/key-value.js';
import {storeUnavailable} from '../../core/ports/port-error.js';
import type {ApiClient} from '../../protocol/plugin/api-client.js';

/**
 * Mattermost's own key-value store: every node of a cluster shares it, and the server's backups hold it.
 * Reads may come from a database replica; writes never do.
 */
export function createKeyValue(api: ApiClient): KeyValue {
  return {
    get: (key) =>
      stored(async () => {
        const value = await api.KVGet(key);
        return value === undefined || value.length === 0 ? undefined : Buffer.from(value).toString();
      }),
    put: (key, value, {ttlSeconds} = {}) =>
      stored(async () => {
        await api.KVSetWithOptions(key, Buffer.from(value), {ExpireInSeconds: ttlSeconds});
      }),
    compareAndSet: (key, expected, next, {ttlSeconds} = {}) =>
      stored(async () => {
        const written = await api.KVSetWithOptions(key, Buffer.from(next), {
          Atomic: true,
          OldValue: expected === undefined ? undefined : Buffer.from(expected),
          ExpireInSeconds: ttlSeconds,
        });
        return written === true;
      }),
    delete: (key) => stored(() => api.KVDelete(key)),
  };
}

/** Mattermost has no other way to find keys that nobody knows, and it reads the whole list for each page. */
export const createListKeys =
  (api: ApiClient): ListKeys =>
  (page, keysAPage) =>
    stored(async () => (await api.KVList(page, keysAPage)) ?? []);

async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw storeUnavailable('Mattermost did not read or write its key-value store', {cause});
  }
}
