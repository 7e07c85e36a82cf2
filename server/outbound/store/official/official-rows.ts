import type {KeyValue} from '../../../core/ports/key-value.js';

/** The official plugin's rows, as texts. They are read and at last deleted, and never changed. */
export interface OfficialRows {
  read(key: string): Promise<string | undefined>;
  remove(key: string): Promise<void>;
}

export const createOfficialRows = (keyValue: KeyValue): OfficialRows => ({
  read: (key) => keyValue.get(key),
  remove: (key) => keyValue.delete(key),
});
