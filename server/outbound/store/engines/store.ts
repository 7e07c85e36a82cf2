import type {Clock} from '../../../core/ports/clock.js';
import type {KeyValue} from '../../../core/ports/key-value.js';
import type {Logger} from '../../../core/ports/logger.js';

/** An opened engine. */
export interface Store {
  keyValue: KeyValue;
  /** Rejects with `store-unavailable` when the engine does not take a write. */
  ping: () => Promise<void>;
  close(): Promise<void>;
}

export interface StoreDeps {
  clock: Clock;
  logger: Logger;
}

/** A row as it is stored. */
export interface StoredRow {
  key: string;
  value: string;
  /** Milliseconds since the epoch; `undefined`: it never expires. */
  expiresAt: number | undefined;
}

/** Rows by key, in pages. */
export type Pages = AsyncIterable<readonly StoredRow[]>;

/** A store that is copied. Nothing about it is changed, and a service may be using it. */
export interface Source {
  /** Every live row, all as they were at one moment. */
  rows(): Pages;
  close(): Promise<void>;
}

/** A store that a copy is made to. */
export interface Target {
  /** How many rows there are, dead or alive. */
  count(): Promise<number>;
  /**
   * Replaces everything by these rows, all of them or none.
   * @param confirm - is told at the end how many rows the engine counts. If it throws, nothing has happened.
   */
  replace(pages: Pages, confirm: (rows: number) => void): Promise<void>;
  close(): Promise<void>;
}

/**
 * The store cannot be opened until somebody changes something; the message is a sentence for them, without secrets.
 * What may work later is a `store-unavailable` instead.
 */
export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError';
}

/** Writes what has expired by then, as a proof: with a full disk, reading goes on. */
export const takeWrite = (engine: KeyValue): Promise<void> => engine.put('ping', '-', {ttlSeconds: 0});

/** The end of a sentence about a target. */
export const IN_USE =
  'a service is using it, which has to be stopped first, or it is the store that is copied.';

/** Rows that are read at once. */
export const PAGE = 500;
