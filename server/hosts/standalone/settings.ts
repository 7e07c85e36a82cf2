import type {KeyValue} from '../../core/ports/key-value.js';
import {parseJson} from '../../lib/parse-json.js';

const KEY = 'generated_settings';

/**
 * The settings of the configuration, and under them what the product generated for itself. That is kept in the store:
 * all nodes share it, and a configuration is often read-only.
 */
export interface ServiceSettings {
  load: () => Promise<Record<string, unknown>>;
  /** Keeps what another node has saved before: all nodes must have the same secrets. */
  save: (changes: Readonly<Record<string, string>>) => Promise<void>;
}

export function createServiceSettings(
  configured: Readonly<Record<string, unknown>>,
  keyValue: KeyValue,
): ServiceSettings {
  const read = async (): Promise<{stored: string | undefined; values: Record<string, unknown>}> => {
    const stored = await keyValue.get(KEY);
    const values = stored === undefined ? {} : parseJson(Buffer.from(stored));
    return {stored, values: typeof values === 'object' && values !== null ? {...values} : {}};
  };
  return {
    async load() {
      const {values} = await read();
      const given = Object.entries(configured).filter(([, value]) => value !== '');
      return {...values, ...Object.fromEntries(given)};
    },
    async save(changes) {
      for (;;) {
        const {stored, values} = await read();
        const next = JSON.stringify({...changes, ...values});
        if (next === stored || (await keyValue.compareAndSet(KEY, stored, next))) return;
      }
    },
  };
}
