import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmod, readdir, writeFile} from 'node:fs/promises';
import {createInterface} from 'node:readline';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {startService} from '../../../sandbox/service/service-process.js';
import {systemClock} from '../../../server/lib/system-clock.js';
import {openStore} from '../../../server/outbound/store/engines/open-store.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {databasesOn} from '../../support/postgres.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {shared} from '../../support/shared/shared.js';

import {ADMIN, useCli} from './cli-under-test.js';

const cli = useCli();
let shipped: string;
beforeAll(async () => {
  shipped = await shared('shippedService');
});

describe('zoom-mattermost check', () => {
  it('fails over a command of somebody else, and says which it is, whose, and what to do', async () => {
    await cli.init();
    const ben = mattermostId('ben');
    cli.mattermost.seed({users: [{id: ben, username: 'ben'}]});
    const [team] = [...cli.mattermost.state.teams.values()].filter(
      ({display_name}) => display_name === 'Design',
    );
    const id = mattermostId('command');
    const times = {create_at: 1, update_at: 1, delete_at: 0};
    const hints = {auto_complete: true, auto_complete_desc: '', auto_complete_hint: ''};
    cli.mattermost.state.slashCommands.set(id, {
      ...times,
      ...hints,
      id,
      token: mattermostId('token'),
      creator_id: ben,
      team_id: team?.id ?? '',
      trigger: 'zoom',
      method: 'P',
      username: '',
      icon_url: '',
      display_name: 'Old Zoom',
      description: '',
      url: 'https://elsewhere.example.org/zoom',
    });
    const {status, said} = await cli.run(['check']);
    expect(status).toBe(1);
    expect(said).toContain(
      '✗ Slash command of Design: /zoom is @ben’s command “Old Zoom” there, and is left alone. Delete or rename it under Integrations → Slash Commands',
    );
  });

  it('goes through everything, says what is wrong, and fails then', async () => {
    await cli.init();
    const {status, said} = await cli.run(['check']);
    expect(status).toBe(1);
    expect(said).toContain('✓ Bot account: @zoom is signed in.');
    expect(said).toContain('✓ Slash command of Design: it is created when the service starts.');
    expect(said).toContain('✓ Whose e-mail counts: that of people who sign in by LDAP');
    expect(said).toMatch(/✗ Does Zoom accept the credentials\? .*Zoom URL and Zoom API URL/);
    expect(said).not.toContain('secret');
  });

  it('warns that nobody’s address would count where the bot may not see how people sign in', async () => {
    const {token} = cli.mattermost.addBot({username: 'zoom'});
    const given = {
      MattermostURL: cli.mattermost.siteUrl,
      MattermostToken: token,
      ServiceURL: 'http://127.0.0.1:9',
      Store: 'memory:',
    };
    const check = async (changes: object): Promise<string> => {
      await writeFile(join(cli.folder, 'zoom-mattermost.json'), JSON.stringify({...given, ...changes}));
      return (await cli.run(['check'])).said;
    };
    expect(await check({})).toContain('✗ Whose e-mail counts: nobody’s');
    expect(await check({TrustUnverifiedEmails: true})).toContain('✓ Whose e-mail counts: everybody’s');
    expect(await check({MattermostToken: 'wrong'})).toContain(
      '✗ Bot account: Mattermost does not know the token',
    );
    expect(await check({MattermostToken: cli.tokenOf(ADMIN)})).toContain(
      '✗ Bot account: MattermostToken belongs to the person',
    );
    expect(await check({MattermostURL: 'http://127.0.0.1:9'})).toContain(
      '✗ Bot account: Mattermost does not answer',
    );
    expect(await check({Store: 'sqlite:/nowhere/store.db'})).toContain(
      '✗ Store: The database /nowhere/store.db cannot be opened',
    );
    expect(await check({Store: 'mysql://x'})).toContain('✗ Store: Store must be an address');
  }, 60_000);

  it('warns of files that every account can read, and not of those in a folder that is closed to others', async () => {
    await cli.init();
    await chmod(join(cli.folder, 'zoom-mattermost.json'), 0o644);
    expect((await cli.run(['check'])).said).not.toContain('! Files');
    await chmod(cli.folder, 0o755);
    expect((await cli.run(['check'])).said).toContain(
      '! Files: every account of this machine can read zoom-mattermost.json. Take that right away (chmod o-r).',
    );
  });

  it('is not disturbed by a reader who has read enough', async () => {
    await cli.init();
    const child = spawn(process.execPath, [cli.script, 'check'], {cwd: cli.folder});
    child.stdout.destroy();
    const [complained, [status]] = (await Promise.all([text(child.stderr), once(child, 'exit')])) as [
      string,
      [number],
    ];
    expect([complained, status]).toEqual(['', 1]);
  });

  it('ends with 78 and sentences when the configuration cannot be read', async () => {
    const {status, complained} = await cli.run(['check']);
    expect([status, complained]).toEqual([
      78,
      'MattermostURL is missing.\nMattermostToken is missing.\nServiceURL is missing.\n',
    ]);
  });
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

  it('explains itself when it is not understood, and when it is asked', async () => {
    const [wrong, asked] = await Promise.all([cli.run(['nonsense']), cli.run(['--help'])]);
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
    const {status, complained} = await cli.run([
      'copy-store',
      '--from',
      'sqlite:nothere.db',
      '--to',
      'sqlite:b.db',
    ]);
    expect([status, complained]).toEqual([
      1,
      'The database nothere.db cannot be opened: there is no such file.\n',
    ]);
    expect(await readdir(cli.folder)).toEqual([]);
    const half = await cli.run(['copy-store', '--from', 'sqlite:nothere.db']);
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
    const again = await cli.run(args);
    expect([again.status, again.complained]).toEqual([1, expect.stringContaining('add --force')]);
    expect((await cli.run([...args, '--force'])).status).toBe(0);
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
    const {status, said} = await cli.run(['--help'], [], shipped);
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
