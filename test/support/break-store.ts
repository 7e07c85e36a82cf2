import pg from 'pg';

const AWAY = 'ALTER TABLE zoom_rows RENAME TO zoom_rows_away';
const BACK = 'ALTER TABLE zoom_rows_away RENAME TO zoom_rows';

/** From now on every read and write of the store fails, for every process. The answer mends it. */
export async function breakStore(address: string): Promise<() => Promise<void>> {
  const run = address.startsWith('sqlite:') ? inFile(address.slice('sqlite:'.length)) : onServer(address);
  await run(AWAY);
  return () => run(BACK);
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
