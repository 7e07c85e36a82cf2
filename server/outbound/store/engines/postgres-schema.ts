import {type Kysely, type Migration, Migrator, sql} from 'kysely';
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
  if (await isNewer(database)) {
    throw new StoreOpenError(
      'The database belongs to a newer version of the product. Install that version, or restore the back-up that was ' +
        'made before its installation.',
    );
  }
  const {error} = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error(`The migration failed: ${JSON.stringify(error)}`);
}

async function isNewer(database: Kysely<PostgresTables>): Promise<boolean> {
  const tables = await database.introspection.getTables({withInternalKyselyTables: true});
  if (!tables.some(({name}) => name === TABLE)) return false;
  const {rows} = await sql<{name: string}>`SELECT name FROM ${sql.table(TABLE)}`.execute(database);
  return rows.some(({name}) => !(name in MIGRATIONS));
}
