import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmod, lstat, mkdtemp, open, readdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {createInterface} from 'node:readline';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../../sandbox/mattermost/mattermost-for-service.js';
import {startService} from '../../../sandbox/service/service-process.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {databasesOn} from '../../support/postgres.js';
import {shared} from '../../support/shared/shared.js';

const TEAM = mattermostId('team');
const ADMIN = mattermostId('admin');

let script: string;
let shipped: string;
let mattermost: MattermostForService;
let folder: string;
beforeAll(async () => {
  script = await shared('service');
  shipped = await shared('shippedService');
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
  mattermost = await createMattermostForService();
  mattermost.seed({
    teams: [{id: TEAM, display_name: 'Design'}],
    users: [{id: ADMIN, username: 'admin', roles: 'system_user system_admin'}],
    teamMembers: [{team_id: TEAM, user_id: ADMIN, scheme_admin: true}],
  });
});
afterEach(async () => {
  await mattermost.close();
  await rm(folder, {recursive: true});
});

interface Run {
  status: number;
  said: string;
  complained: string;
}

async function run(args: readonly string[], answers: readonly string[] = [], program = script): Promise<Run> {
  const child = spawn(process.execPath, [program, ...args], {cwd: folder});
  child.stdin.end(answers.map((line) => `${line}\n`).join(''));
  const [said, complained, [status]] = (await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])) as [string, string, [number]];
  return {status, said, complained};
}

const tokenOf = (userId: string): string => mattermost.sessionOf(userId).Authorization.replace('Bearer ', '');
const config = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(folder, 'zoom-mattermost.json'), 'utf8')) as Record<string, unknown>;
/** Bot with the role of an administrator; the service would be at a port where nobody is. */
const init = (...options: string[]): Promise<Run> =>
  run(
    ['init', ...options],
    [
      mattermost.siteUrl,
      tokenOf(ADMIN),
      'yes',
      'http://127.0.0.1:9',
      '',
      'memory:',
      'acc',
      'id',
      'secret',
      'token',
    ],
  );

describe('zoom-mattermost init', () => {
  it('makes the bot and its token, puts it into the teams, and writes a file for this account alone', async () => {
    const {status, said, complained} = await init();
    expect([status, complained]).toEqual([0, '']);
    expect(said).toContain('The bot is in the team Design.');
    const {MattermostToken, ...others} = await config();
    expect(others).toMatchObject({
      MattermostURL: mattermost.siteUrl,
      Listen: '127.0.0.1:8066',
      AccountID: 'acc',
    });
    expect((await stat(join(folder, 'zoom-mattermost.json'))).mode & 0o777).toBe(0o600);
    const bot = [...mattermost.state.users.values()].find(({username}) => username === 'zoom');
    expect(bot).toMatchObject({is_bot: true, roles: 'system_user system_post_all system_admin'});
    for (const secret of [String(MattermostToken), tokenOf(ADMIN), 'secret'])
      expect(said).not.toContain(secret);
  });

  it('asks again at once for an address that is none, before anybody types a token for nothing', async () => {
    const {said, complained, status} = await run(
      ['init'],
      [
        'chat.example.org',
        `${mattermost.siteUrl}/team/channels/town-square`,
        'http://127.0.0.1:9',
        `HTTP${mattermost.siteUrl.slice('http'.length)}/`,
        tokenOf(ADMIN),
        'yes',
        'zoom.example.org',
        'https://zoom.example.org/?a=b',
        'https://Zoom.Example.org/',
        '8066',
        '127.0.0.1:8067',
        'memory:',
        'acc',
        'id',
        'secret',
        'token',
      ],
    );
    expect([status, complained]).toEqual([0, '']);
    expect(said.match(/^.*(The address|does not answer).*$/gm)).toEqual([
      expect.stringContaining('The address must begin with https:// or http://.'),
      expect.stringContaining('The address must be the Site URL alone, without the path of a page.'),
      expect.stringContaining('Mattermost does not answer at http://127.0.0.1:9.'),
      expect.stringContaining('The address must begin with https:// or http://.'),
      expect.stringContaining('The address must end before the ? or #.'),
      expect.stringContaining('The address must be host:port, for example 127.0.0.1:8066.'),
    ]);
    expect(await config()).toMatchObject({
      MattermostURL: mattermost.siteUrl,
      ServiceURL: 'https://zoom.example.org',
      Listen: '127.0.0.1:8067',
    });
  });

  it('overwrites nothing unless it is told to', async () => {
    await init();
    const again = await init();
    expect([again.status, again.complained]).toEqual([
      1,
      'zoom-mattermost.json exists already: `--force` replaces it.\n',
    ]);
  });

  it('leaves a file for this account alone, whatever was there and whoever holds it open', async () => {
    const file = join(folder, 'zoom-mattermost.json');
    await writeFile(file, '{"old": true}', {mode: 0o644});
    await chmod(file, 0o644);
    const held = await open(file);
    expect((await init('--force')).status).toBe(0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await held.readFile()).toString()).toBe('{"old": true}');
    await held.close();
    expect(await readdir(folder)).toEqual(['zoom-mattermost.json']);
  });

  it('follows no link, and takes even one that leads nowhere for a file that is there', async () => {
    const file = join(folder, 'zoom-mattermost.json');
    const elsewhere = join(folder, 'elsewhere.json');
    await symlink(elsewhere, file);
    expect((await init()).complained).toContain('exists already');
    expect((await init('--force')).status).toBe(0);
    const [written, target] = await Promise.all([lstat(file), stat(elsewhere).catch(() => undefined)]);
    expect([written.isFile(), written.mode & 0o777, target]).toEqual([true, 0o600, undefined]);
  });

  it('says what to do when a person has the name of the bot, or the token allows too little', async () => {
    const ben = mattermostId('ben');
    mattermost.seed({users: [{id: ben, username: 'zoom'}]});
    expect((await init()).complained).toContain(
      'The user name "zoom" belongs to a person; rename that account',
    );
    const answers = [mattermost.siteUrl, tokenOf(ben), 'no'];
    mattermost.seed({users: [{id: ben, username: 'ben'}]});
    expect((await run(['init'], answers)).complained).toContain('The token must be a system administrator’s');
  });
});

describe('zoom-mattermost check', () => {
  it('fails over a command of somebody else, and says which it is, whose, and what to do', async () => {
    await init();
    const ben = mattermostId('ben');
    mattermost.seed({users: [{id: ben, username: 'ben'}]});
    const [team] = [...mattermost.state.teams.values()].filter(({display_name}) => display_name === 'Design');
    const id = mattermostId('command');
    const times = {create_at: 1, update_at: 1, delete_at: 0};
    const hints = {auto_complete: true, auto_complete_desc: '', auto_complete_hint: ''};
    mattermost.state.slashCommands.set(id, {
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
    const {status, said} = await run(['check']);
    expect(status).toBe(1);
    expect(said).toContain(
      '✗ Slash command of Design: /zoom is @ben’s command “Old Zoom” there, and is left alone. Delete or rename it under Integrations → Slash Commands',
    );
  });

  it('goes through everything, says what is wrong, and fails then', async () => {
    await init();
    const {status, said} = await run(['check']);
    expect(status).toBe(1);
    expect(said).toContain('✓ Bot account: @zoom is signed in.');
    expect(said).toContain('✓ Slash command of Design: it is created when the service starts.');
    expect(said).toContain('✓ Whose e-mail counts: that of people who sign in by LDAP');
    expect(said).toMatch(/✗ Does Zoom accept the credentials\? .*Zoom URL and Zoom API URL/);
    expect(said).not.toContain('secret');
  });

  it('warns that nobody’s address would count where the bot may not see how people sign in', async () => {
    const {token} = mattermost.addBot({username: 'zoom'});
    const given = {
      MattermostURL: mattermost.siteUrl,
      MattermostToken: token,
      ServiceURL: 'http://127.0.0.1:9',
      Store: 'memory:',
    };
    const check = async (changes: object): Promise<string> => {
      await writeFile(join(folder, 'zoom-mattermost.json'), JSON.stringify({...given, ...changes}));
      return (await run(['check'])).said;
    };
    expect(await check({})).toContain('✗ Whose e-mail counts: nobody’s');
    expect(await check({TrustUnverifiedEmails: true})).toContain('✓ Whose e-mail counts: everybody’s');
    expect(await check({MattermostToken: 'wrong'})).toContain(
      '✗ Bot account: Mattermost does not know the token',
    );
    expect(await check({MattermostToken: tokenOf(ADMIN)})).toContain(
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
    await init();
    await chmod(join(folder, 'zoom-mattermost.json'), 0o644);
    expect((await run(['check'])).said).not.toContain('! Files');
    await chmod(folder, 0o755);
    expect((await run(['check'])).said).toContain(
      '! Files: every account of this machine can read zoom-mattermost.json. Take that right away (chmod o-r).',
    );
  });

  it('is not disturbed by a reader who has read enough', async () => {
    await init();
    const child = spawn(process.execPath, [script, 'check'], {cwd: folder});
    child.stdout.destroy();
    const [complained, [status]] = (await Promise.all([text(child.stderr), once(child, 'exit')])) as [
      string,
      [number],
    ];
    expect([complained, status]).toEqual(['', 1]);
  });

  it('ends with 78 and sentences when the configuration cannot be read', async () => {
    const {status, complained} = await run(['check']);
    expect([status, complained]).toEqual([
      78,
      'MattermostURL is missing.\nMattermostToken is missing.\nServiceURL is missing.\n',
    ]);
  });
});

describe('zoom-mattermost', () => {
  it('warns in its log, when it starts, of files that every account can read', async () => {
    await init();
    await chmod(folder, 0o755);
    await chmod(join(folder, 'zoom-mattermost.json'), 0o644);
    const child = spawn(process.execPath, [script], {
      cwd: folder,
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

  it('explains itself when it is not understood, and when it is asked', async () => {
    const [wrong, asked] = await Promise.all([run(['nonsense']), run(['--help'])]);
    expect([wrong.status, wrong.complained.startsWith('Usage: zoom-mattermost')]).toEqual([2, true]);
    expect([asked.status, asked.said.startsWith('Usage: zoom-mattermost')]).toEqual([0, true]);
  });

  it('copies a store to another, as often as one likes', async () => {
    const from = `sqlite:${join(folder, 'from.db')}`;
    const to = `sqlite:${join(folder, 'to.db')}`;
    const first = await run(['copy-store', '--from', from, '--to', to]);
    expect([first.status, first.said.startsWith('Done: 0 rows.')]).toEqual([0, true]);
    const {status, complained} = await run(['copy-store', '--from', from]);
    expect([status, complained.startsWith('Name two different stores')]).toEqual([1, true]);
  });
});

describe('zoom-mattermost as operators get it, with its packages beside it', () => {
  it('explains itself', async () => {
    const {status, said} = await run(['--help'], [], shipped);
    expect([status, said.startsWith('Usage: zoom-mattermost')]).toEqual([0, true]);
  });

  it.each(['SQLite', 'PostgreSQL'])('runs on %s until it is asked to end', async (store) => {
    const bot = mattermost.addBot({username: 'zoom', roles: 'system_user system_admin'});
    const service = await startService({
      script: shipped,
      settings: {
        MattermostURL: mattermost.siteUrl,
        MattermostToken: bot.token,
        ServiceURL: 'http://127.0.0.1:9',
        Listen: '127.0.0.1:0',
        Store:
          store === 'SQLite'
            ? `sqlite:${join(folder, 'store.db')}`
            : await databasesOn(await shared('postgres')).newDatabase(),
      },
      log: () => undefined,
    });
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    await service.end();
    expect(await service.gone).toEqual([0, null]);
  });
});
