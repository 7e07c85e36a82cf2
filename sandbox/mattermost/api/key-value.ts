import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import {invalid} from '../refusals.js';
import type {State} from '../state.js';

const longestKey = 150;
/** Rows in a page where none are named. */
const usualPage = 10;

/**
 * The plugin's key-value store: an empty value deletes the row, and an atomic write happens only if the stored value is
 * as expected.
 */
export function keyValueFunctions(
  state: State,
): Pick<ApiFunctions, 'KVGet' | 'KVSetWithOptions' | 'KVDelete' | 'KVList'> {
  return {
    KVGet: (key) => storedValue(state, key),

    KVSetWithOptions: (key, value, {Atomic = false, OldValue, ExpireInSeconds = 0}) => {
      checkKey(key);
      if (!Atomic && OldValue !== undefined) {
        throw invalid('model.plugin_kvset_options.is_valid.old_value.app_error', 'OldValue without Atomic.');
      }
      if (Atomic && !sameBytes(storedValue(state, key), OldValue)) return false;
      if (isEmpty(value)) state.rows.delete(key);
      else {
        const expiresAt = ExpireInSeconds > 0 ? state.now() + ExpireInSeconds * 1000 : 0;
        state.rows.set(key, {value, expiresAt});
      }
      state.changes.tell({kind: 'key-value'});
      return true;
    },

    KVDelete: (key) => {
      state.rows.delete(key);
      state.changes.tell({kind: 'key-value'});
    },

    KVList: (page = 0, perPage = 0) => {
      const length = perPage > 0 ? perPage : usualPage;
      const keys = [...storedRows(state).keys()].sort();
      return keys.slice(Math.max(0, page) * length).slice(0, length);
    },
  };
}

/** The rows that have not expired. */
export function storedRows(state: State): ReadonlyMap<string, Buffer> {
  const rows = new Map<string, Buffer>();
  for (const key of state.rows.keys()) {
    const value = storedValue(state, key);
    if (value !== undefined) rows.set(key, Buffer.from(value));
  }
  return rows;
}

function storedValue(state: State, key: string): Uint8Array | undefined {
  const row = state.rows.get(key);
  const isExpired = row !== undefined && row.expiresAt !== 0 && row.expiresAt <= state.now();
  return isExpired ? undefined : row?.value;
}

function checkKey(key: string): void {
  const length = [...(key ?? '')].length;
  if (length > 0 && length <= longestKey) return;
  throw invalid(
    'model.plugin_key_value.is_valid.key.app_error',
    'Invalid key, must be more than 0 and a of maximum 150 characters long.',
  );
}

function isEmpty(value: Uint8Array | undefined): boolean {
  return value === undefined || value.length === 0;
}

function sameBytes(stored: Uint8Array | undefined, expected: Uint8Array | undefined): boolean {
  return Buffer.compare(stored ?? new Uint8Array(), expected ?? new Uint8Array()) === 0;
}
