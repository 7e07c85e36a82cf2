import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmod, readdir, writeFile} from 'node:fs/promises';
import {createInterface} from 'node:readline';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {startService} from '../../../sandbox/service/service-process.js';
import {systemClock} from '../../../server/lib/system-clock.js';
import {openStore} from '../../../server/outbound/store/engines/open-store.js';
import {PRODUCT_VERSION} from '../../../server/core/domain/product-version.js';
import {databasesOn} from '../../support/postgres.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {shared} from '../../support/shared/shared.js';
import {useCli} from './cli-under-test.js';

const cli = useCli();
let shipped: string;
beforeAll(async () => {
  shipped = await shared('shippedService');
});

describe('zoom-mattermost', () => {
  it('warns in its log, when it starts, of files that every account can read', async () => {
    await cli.init();
    await chmod(cli.folder, 0o755);
    await chmod(join(cli.folder, 'zoom-mattermost.json'), 0o644);
    const child = spawn(process.execPath, [cli.script], {
      cwd: cli.folder,
      env: {...process.env, MM_ZOOM_LISTEN: '127.0.0.1:0', MM_ZOOM_METRICSLISTEN: 'off'},
    });
    const gone = once(child, 'exit');
    for await (const line of createInterface({input: child.stdout})) {
      const {message = '', ...fields} = JSON.parse(line) as Record<string, string>;
      if (!message.startsWith('Every account')) continue;
      expect(fields).toMatchObject({level: 'warn', files: 'zoom-mattermost.json'});
      break;
    }
    child.kill('SIGKILL');
    await gone;
  });

  it.each([
    ['of which nobody could make anything', 'mysql://x', 'Store must be an address'],
    ['in a folder that does not exist', 'sqlite:/nowhere/x.db', 'its folder does not exist.'],
  ])('ends with 78, which systemd does not try again, over a store %s', async (_which, store, sentence) => {
    const given = {
      MattermostURL: cli.mattermost.siteUrl,
      MattermostToken: 'any',
      ServiceURL: 'http://127.0.0.1:9',
      Listen: '127.0.0.1:0',
      MetricsListen: 'off',
      Store: store,
    };
    await writeFile(join(cli.folder, 'zoom-mattermost.json'), JSON.stringify(given));
    const {status, complained} = await cli.run([]);
    expect([status, complained]).toEqual([78, expect.stringContaining(sentence)]);
  });

  it('says its version and nothing else', async () => {
    const runs = await Promise.all([cli.run(['--version']), cli.runHere(['-v'])]);
    expect(runs).toEqual(Array(2).fill({status: 0, said: `${PRODUCT_VERSION}\n`, complained: ''}));
  });

  it('explains itself when it is not understood, and when it is asked', async () => {
    const [wrong, asked] = await Promise.all([cli.run(['nonsense']), cli.runHere(['--help'])]);
    expect([wrong.status, wrong.complained.startsWith('Usage: zoom-mattermost')]).toEqual([2, true]);
    expect([asked.status, asked.said.startsWith('Usage: zoom-mattermost')]).toEqual([0, true]);
  });
});

describe('zoom-mattermost copy-store', () => {
  const at = (name: string): string => `sqlite:${join(cli.folder, name)}`;
  const seed = async (name: string, rows: number): Promise<void> => {
    const store = await openStore(at(name), {
      clock: systemClock,
      logger: createRecordingLogger(),
    });
    await Promise.all(Array.from({length: rows}, (_, index) => store.keyValue.put(`key${index}`, 'value')));
    await store.close();
  };

  it('fails where there is nothing to copy, says so, and makes no file', async () => {
    const nothing = at('nothere.db');
    const {status, complained} = await cli.runHere(['copy-store', '--from', nothing, '--to', at('b.db')]);
    expect([status, complained]).toEqual([
      1,
      `The database ${join(cli.folder, 'nothere.db')} cannot be opened: there is no such file.\n`,
    ]);
    expect(await readdir(cli.folder)).toEqual([]);
    const half = await cli.runHere(['copy-store', '--from', nothing]);
    expect([half.status, half.complained.startsWith('Name two different stores')]).toEqual([1, true]);
  });

  it('says how far it is and how many rows there were, and is done again with --force', async () => {
    await seed('a.db', 501);
    const args = ['copy-store', '--from', at('a.db'), '--to', at('b.db')];
    const {status, said} = await cli.run(args);
    expect([status, said.split('\n').slice(0, 3)]).toEqual([
      0,
      ['500 rows copied', '501 rows copied', expect.stringContaining('Done: 501 rows')],
    ]);
    const again = await cli.runHere(args);
    expect([again.status, again.complained]).toEqual([1, expect.stringContaining('add --force')]);
    expect((await cli.runHere([...args, '--force'])).status).toBe(0);
  });

  it('killed half-way leaves nothing half-copied, and is run again', async () => {
    await seed('a.db', 50_000);
    const args = ['copy-store', '--from', at('a.db'), '--to', at('b.db')];
    const child = spawn(process.execPath, [cli.script, ...args], {stdio: ['ignore', 'pipe', 'inherit']});
    child.stdout.once('data', () => child.kill('SIGKILL'));
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    const {status, said} = await cli.run(args);
    expect([status, said]).toEqual([0, expect.stringContaining('Done: 50000 rows')]);
  }, 60_000);
});

describe('zoom-mattermost as operators get it, with its packages beside it', () => {
  it('explains itself', async () => {
    const {status, said} = await cli.run(['--help'], [], {program: shipped});
    expect([status, said.startsWith('Usage: zoom-mattermost')]).toEqual([0, true]);
  });

  it.each(['SQLite', 'PostgreSQL'])('runs on %s until it is asked to end', async (store) => {
    const bot = cli.mattermost.addBot({username: 'zoom', roles: 'system_user system_admin'});
    const service = await startService({
      script: shipped,
      settings: {
        MattermostURL: cli.mattermost.siteUrl,
        MattermostToken: bot.token,
        ServiceURL: 'http://127.0.0.1:9',
        Listen: '127.0.0.1:0',
        Store:
          store === 'SQLite'
            ? `sqlite:${join(cli.folder, 'store.db')}`
            : await databasesOn(await shared('postgres')).newDatabase(),
      },
      log: () => undefined,
    });
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    await service.end();
    expect(await service.gone).toEqual([0, null]);
  });
});
