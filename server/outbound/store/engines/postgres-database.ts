import {Kysely, PostgresDialect} from 'kysely';
import {storeUnavailable} from '../../../core/ports/port-error.js';
import {createPostgresPool} from './postgres-pool.js';
import type {PostgresTables} from './postgres-schema.js';
import {type StoreDeps, StoreOpenError} from './store.js';
import {readUrl} from '../../../../contract/read-url.js';

export type Database = Kysely<PostgresTables>;

/**
 * Connects to a database.
 * @param prepare - makes it ready, or throws
 * @throws StoreOpenError, `store-unavailable`
 */
export async function connectPostgres(
  address: string,
  deps: StoreDeps,
  prepare: (database: Database) => Promise<void>,
): Promise<Database> {
  const pool = createPostgresPool(address, deps);
  const database: Database = new Kysely({dialect: new PostgresDialect({pool})});
  try {
    await prepare(database);
    return database;
  } catch (cause) {
    // Why it cannot be opened is what counts.
    await database.destroy().catch(() => undefined);
    throw cause instanceof StoreOpenError ? cause : failureOf(cause, address);
  }
}

/** @throws `store-unavailable` */
export async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw storeUnavailable('PostgreSQL did not read or write', {cause});
  }
}

interface Known {
  sentence: string;
  /** Somebody has to change something; it does not go away by waiting. */
  isLasting?: true;
}

/** By PostgreSQL's and the system's codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const KNOWN: Readonly<Record<string, Known>> = {
  ECONNREFUSED: {sentence: 'nothing answers there.'},
  ETIMEDOUT: {sentence: 'nothing answers there.'},
  EHOSTUNREACH: {sentence: 'nothing answers there.'},
  // Where both are started together, the name may be known later than the service is there.
  ENOTFOUND: {sentence: 'there is no such host.'},
  EAI_AGAIN: {sentence: 'its name cannot be looked up now.'},
  '57P03': {sentence: 'it is starting or stopping.'},
  '53300': {sentence: 'it has no connection left.'},
  '25006': {sentence: 'it takes no writes now: it is a standby.'},
  ERR_INVALID_URL: {sentence: 'the address is no web address.', isLasting: true},
  '28P01': {sentence: 'it refused the user name or the password.', isLasting: true},
  '28000': {sentence: 'it does not let this user in.', isLasting: true},
  '3D000': {sentence: 'it has no such database; create it first.', isLasting: true},
  '42501': {sentence: 'the user may not create tables there.', isLasting: true},
};

function failureOf(cause: unknown, address: string): Error {
  const {code = '', message = ''} = cause as {code?: string; message?: string};
  const place = readUrl(address)?.host ?? 'the given address';
  const {sentence, isLasting} = Object.hasOwn(KNOWN, code)
    ? (KNOWN[code] as Known)
    : {sentence: `it failed (${code || message}).`, isLasting: undefined};
  const text = `PostgreSQL at ${place} cannot be used: ${sentence}`;
  return isLasting === true ? new StoreOpenError(text, {cause}) : storeUnavailable(text, {cause});
}
