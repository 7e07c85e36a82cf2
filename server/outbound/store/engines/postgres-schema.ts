import {type ExpressionBuilder, type Kysely, type Migration, Migrator, sql} from 'kysely';
import {StoreOpenError} from './store.js';

/** The one table. */
export interface PostgresTables {
  zoom_rows: {
    key: string;
    /** UTF-8: PostgreSQL's text cannot hold every character that text may have. */
    value: Buffer;
    /** Milliseconds since the epoch. */
    expires_at: string | number | null;
  };
}

/** What has not expired by then. `now`: milliseconds since the epoch. */
export const isAlive = (now: number) => (where: ExpressionBuilder<PostgresTables, 'zoom_rows'>) =>
  where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]);

/** Each entry brings a database from one version to the next. A released entry never changes. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-rows': {
    async up(database) {
      await database.schema
        .createTable('zoom_rows')
        .addColumn('key', 'varchar(150)', (column) => column.primaryKey())
        .addColumn('value', 'bytea', (column) => column.notNull())
        .addColumn('expires_at', 'bigint')
        .execute();
      await sql`CREATE INDEX zoom_rows_expires_at ON zoom_rows (expires_at) WHERE expires_at IS NOT NULL`.execute(
        database,
      );
    },
  },
};

const TABLE = 'zoom_migrations';

/** Brings the database to this version, one node at a time. @throws StoreOpenError when it is of a newer one */
export async function migrate(database: Kysely<PostgresTables>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: {getMigrations: async () => MIGRATIONS},
    migrationTableName: TABLE,
    migrationLockTableName: `${TABLE}_lock`,
  });
  await assertNotNewer(database);
  const {error} = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error(`The migration failed: ${JSON.stringify(error)}`);
}

/** @throws StoreOpenError unless this version of the product can read the database as it is */
export async function assertOurs(database: Kysely<PostgresTables>): Promise<void> {
  await assertNotNewer(database);
  if (!(await tablesOf(database)).includes('zoom_rows')) {
    throw new StoreOpenError('The database is no store of this product.');
  }
}

async function assertNotNewer(database: Kysely<PostgresTables>): Promise<void> {
  if (!(await tablesOf(database)).includes(TABLE)) return;
  const {rows} = await sql<{name: string}>`SELECT name FROM ${sql.table(TABLE)}`.execute(database);
  if (rows.every(({name}) => name in MIGRATIONS)) return;
  throw new StoreOpenError(
    'The database belongs to a newer version of the product. Install that version, or restore the back-up that was ' +
      'made before its installation.',
  );
}

async function tablesOf(database: Kysely<PostgresTables>): Promise<readonly string[]> {
  const tables = await database.introspection.getTables({withInternalKyselyTables: true});
  return tables.map(({name}) => name);
}
