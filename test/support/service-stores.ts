import {join} from 'node:path';
import {databasesOn} from './postgres.js';
import {startServiceHost, type StartServiceHost} from './service-host.js';
import {shared} from './shared/shared.js';

const startOn =
  (newStore: (folder: string) => Promise<string>): StartServiceHost =>
  async (options) =>
    startServiceHost({script: await shared('service'), newStore})(options);

/** How to start the service on each store that it is made for. It is built when the first starts. */
export const services: Readonly<Record<'SQLite' | 'PostgreSQL', StartServiceHost>> = {
  SQLite: startOn(async (folder) => `sqlite:${join(folder, 'store.db')}`),
  PostgreSQL: startOn(async () => databasesOn(await shared('postgres')).newDatabase()),
};
