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
      const version = versionOf(database, file);
      for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
      database.pragma(`user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}

/** @throws StoreOpenError unless this version of the product can read the file as it is */
export function assertReadable(database: Database, file: string): void {
  const version = versionOf(database, file);
  const table = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'zoom_rows'");
  if (version === 0 || table.get() === undefined) {
    throw new StoreOpenError(`The database ${file} is no store of this product.`);
  }
}

/** 0: nobody has written to it yet. */
function versionOf(database: Database, file: string): number {
  const version = database.pragma('user_version', {simple: true}) as number;
  if (version <= MIGRATIONS.length) return version;
  throw new StoreOpenError(
    `The database ${file} belongs to a newer version of the product. Install that version, or restore the ` +
      'back-up that was made before its installation.',
  );
}
