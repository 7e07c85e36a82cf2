import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll} from '@jest/globals';
import {buildService} from '../../scripts/build-service.js';
import {projectRoot} from '../../scripts/project-root.js';
import {startPostgres, type TestPostgres} from './postgres.js';
import {startServiceHost, type StartServiceHost} from './service-host.js';

/** How to start the service on each store that it is made for. */
export interface ServiceStores {
  SQLite: StartServiceHost;
  PostgreSQL: StartServiceHost;
}

/** Builds the service and starts PostgreSQL before the tests of this file, and ends both after them. */
export function useServices(): ServiceStores {
  let postgres: TestPostgres | undefined;
  const script = join(projectRoot, `build/service-${process.pid}/zoom-mattermost.mjs`);
  beforeAll(async () => {
    await buildService(script);
    postgres = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    await postgres?.stop();
    await rm(join(script, '..'), {recursive: true, force: true});
  });
  return {
    SQLite: startServiceHost({script, newStore: async (folder) => `sqlite:${join(folder, 'store.db')}`}),
    PostgreSQL: startServiceHost({script, newStore: async () => (postgres as TestPostgres).newDatabase()}),
  };
}
