import pg from 'pg';

/** What no longer works: a data base that is gone, or one whose disk is full, which can still be read. */
export type StoreFault = 'reads and writes' | 'writes';

const GONE = {
  break: 'ALTER TABLE zoom_rows RENAME TO zoom_rows_away',
  mend: 'ALTER TABLE zoom_rows_away RENAME TO zoom_rows',
};

const FULL_SQLITE = {
  break: `CREATE TRIGGER full BEFORE INSERT ON zoom_rows BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END`,
  mend: 'DROP TRIGGER full',
};

const FULL_POSTGRES = {
  break: `CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON zoom_rows FOR EACH ROW EXECUTE FUNCTION disk_full()`,
  mend: 'DROP TRIGGER full_disk ON zoom_rows; DROP FUNCTION disk_full()',
};

/** From now on this fails for every process. The answer mends it. */
export async function breakStore(address: string, fault: StoreFault): Promise<() => Promise<void>> {
  const isFile = address.startsWith('sqlite:');
  const run = isFile ? inFile(address.slice('sqlite:'.length)) : onServer(address);
  const full = isFile ? FULL_SQLITE : FULL_POSTGRES;
  const statements = fault === 'writes' ? full : GONE;
  await run(statements.break);
  return () => run(statements.mend);
}

const inFile =
  (file: string) =>
  async (statement: string): Promise<void> => {
    // Optional: it is loaded only where a service runs on it.
    const {default: Sqlite} = await import('better-sqlite3');
    const database = new Sqlite(file);
    try {
      database.exec(statement);
    } finally {
      database.close();
    }
  };

const onServer =
  (url: string) =>
  async (statement: string): Promise<void> => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
