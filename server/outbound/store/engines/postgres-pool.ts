import type {PostgresPool, PostgresPoolClient} from 'kysely';
import pg from 'pg';
import {createTally} from '../../../lib/tally.js';
import type {StoreDeps} from './store.js';

/** Seen in `pg_stat_activity`: our processes know each other by it. */
export const APPLICATION_NAME = 'zoom-for-mattermost';

const POOL = {
  max: 10,
  connectionTimeoutMillis: 3_000,
  query_timeout: 5_000,
  statement_timeout: 5_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  application_name: APPLICATION_NAME,
} as const;

const TELL_EVERY_MS = 60_000;

/**
 * Connections that may be lost at any moment, also while they are at work: then the statement fails, and a new
 * connection is made when one is needed. A whole pool is usually lost at once, which is told in one line.
 */
export function createPostgresPool(address: string, {clock, logger}: StoreDeps): PostgresPool {
  const pool = new pg.Pool({...POOL, connectionString: address});
  let last = '';
  const lost = createTally<'connection'>({
    clock,
    everyMs: TELL_EVERY_MS,
    tell: (counts) =>
      logger.warn('Connections to PostgreSQL were lost', {count: counts.get('connection'), error: last}),
  });
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      last = error.message;
      lost('connection');
    });
  });
  // The pool repeats what its idle clients have said.
  pool.on('error', () => undefined);
  return {connect: async () => checked(await pool.connect()), end: () => pool.end()};
}

/** A connection on which a statement was left unanswered is not used again: the next one would wait behind it. */
function checked(client: pg.PoolClient): PostgresPoolClient {
  let isUsable = true;
  const run = client.query.bind(client) as (...statement: unknown[]) => Promise<unknown>;
  const query = async (...statement: unknown[]): Promise<unknown> => {
    try {
      return await run(...statement);
    } catch (error) {
      isUsable &&= error instanceof pg.DatabaseError && error.severity === 'ERROR';
      throw error;
    }
  };
  return {query: query as PostgresPoolClient['query'], release: () => client.release(!isUsable)};
}
