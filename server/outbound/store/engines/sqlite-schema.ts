import type {Database} from 'better-sqlite3';
import {StoreOpenError} from './store.js';

/** Each entry brings a file from one version to the next. A released entry never changes. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE zoom_rows (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER) WITHOUT ROWID;
   CREATE INDEX zoom_rows_expires_at ON zoom_rows (expires_at) WHERE expires_at IS NOT NULL;`,
];

/** Brings the file to this version, one process at a time. @throws StoreOpenError when it is of a newer one */
export function migrate(database: Database, file: string): void {
  database
    .transaction(() => {
      const version = database.pragma('user_version', {simple: true}) as number;
      if (version > MIGRATIONS.length) {
        throw new StoreOpenError(
          `The database ${file} belongs to a newer version of the product. Install that version, or restore the ` +
            'back-up that was made before its installation.',
        );
      }
      for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
      database.pragma(`user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}
