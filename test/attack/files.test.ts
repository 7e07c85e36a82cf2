import {chmod, readdir, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it} from '@jest/globals';
import {startService} from '../../sandbox/service/service-process.js';
import {useCli} from '../hosts/standalone/cli-under-test.js';

/**
 * What other accounts of the machine can read. The file that `init` writes is in hosts/standalone/cli-init, the
 * warnings about those that people made are in hosts/standalone/cli.
 */
const cli = useCli();

/** New files are everybody's, unless a program sees to it. */
let umask: number;
beforeEach(() => {
  umask = process.umask(0);
});
afterEach(() => void process.umask(umask));

const modesIn = async (folder: string): Promise<Record<string, number>> => {
  const names = await readdir(folder);
  const modes = await Promise.all(
    names.map(async (name) => [name, (await stat(join(folder, name))).mode & 0o777] as const),
  );
  return Object.fromEntries(modes);
};

it('C-02 a service keeps its store to itself while it runs, the files beside it included, and changes no others', async () => {
  const bot = cli.mattermost.addBot({username: 'zoom', roles: 'system_user system_admin'});
  const other = join(cli.folder, 'other.txt');
  await writeFile(other, '');
  await chmod(other, 0o644);
  const service = await startService({
    script: cli.script,
    settings: {
      MattermostURL: cli.mattermost.siteUrl,
      MattermostToken: bot.token,
      ServiceURL: 'http://127.0.0.1:9',
      Listen: '127.0.0.1:0',
      Store: `sqlite:${join(cli.folder, 'store.db')}`,
    },
    log: () => undefined,
  });
  const {'other.txt': untouched, ...ours} = await modesIn(cli.folder);
  await service.end();
  expect(untouched).toBe(0o644);
  expect(Object.keys(ours)).toEqual(expect.arrayContaining(['store.db', 'store.db-wal']));
  expect(new Set(Object.values(ours))).toEqual(new Set([0o600]));
});
