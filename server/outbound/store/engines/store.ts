import type {Clock} from '../../../core/ports/clock.js';
import type {KeyValue} from '../../../core/ports/key-value.js';
import type {Logger} from '../../../core/ports/logger.js';

/** A row as it is stored. */
export interface StoredRow {
  key: string;
  value: string;
  /** Milliseconds since the epoch; `undefined`: it never expires. */
  expiresAt: number | undefined;
}

/** An opened engine. */
export interface Store {
  keyValue: KeyValue;
  /** Rejects with `store-unavailable` when the engine does not take a write. */
  ping: () => Promise<void>;
  /** Every live row, by key, in pages. */
  rows(): AsyncIterable<readonly StoredRow[]>;
  /** Writes rows as they are, all of them or none. */
  writeRows(rows: readonly StoredRow[]): Promise<void>;
  close(): Promise<void>;
}

export interface StoreDeps {
  clock: Clock;
  logger: Logger;
}

/** The store cannot be opened; the message is a sentence for the administrator, without secrets. */
export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError';
}

/** What is written where nothing has to be: it has expired by then. With a full disk, reading goes on. */
export const EXPIRED: StoredRow = {key: 'ping', value: '-', expiresAt: 0};

/** Rows of one page of {@link Store.rows}. */
export const PAGE = 500;
