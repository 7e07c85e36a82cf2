import {chmod, lstat, open, readdir, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {mattermostId} from '../../support/mattermost-id.js';
import {ADMIN, useCli} from './cli-under-test.js';

const cli = useCli();

describe('zoom-mattermost init', () => {
  it('makes the bot and its token, puts it into the teams, and writes a file for this account alone', async () => {
    const {status, said, complained} = await cli.init();
    expect([status, complained]).toEqual([0, '']);
    expect(said).toContain('The bot is in the team Design.');
    const {MattermostToken, ...others} = await cli.config();
    expect(others).toMatchObject({
      MattermostURL: cli.mattermost.siteUrl,
      Listen: '127.0.0.1:8066',
      AccountID: 'acc',
    });
    expect((await stat(join(cli.folder, 'zoom-mattermost.json'))).mode & 0o777).toBe(0o600);
    const bot = [...cli.mattermost.state.users.values()].find(({username}) => username === 'zoom');
    expect(bot).toMatchObject({is_bot: true, roles: 'system_user system_post_all system_admin'});
    for (const secret of [String(MattermostToken), cli.tokenOf(ADMIN), 'secret'])
      expect(said).not.toContain(secret);
  });

  it('asks again at once for an address that is none, before anybody types a token for nothing', async () => {
    const {said, complained, status} = await cli.run(
      ['init'],
      [
        'chat.example.org',
        `${cli.mattermost.siteUrl}/team/channels/town-square`,
        'http://127.0.0.1:9',
        `HTTP${cli.mattermost.siteUrl.slice('http'.length)}/`,
        cli.tokenOf(ADMIN),
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
    expect(await cli.config()).toMatchObject({
      MattermostURL: cli.mattermost.siteUrl,
      ServiceURL: 'https://zoom.example.org',
      Listen: '127.0.0.1:8067',
    });
  });

  it('overwrites nothing unless it is told to', async () => {
    await cli.init();
    const again = await cli.init();
    expect([again.status, again.complained]).toEqual([
      1,
      'zoom-mattermost.json exists already: `--force` replaces it.\n',
    ]);
  });

  it('leaves a file for this account alone, whatever was there and whoever holds it open', async () => {
    const file = join(cli.folder, 'zoom-mattermost.json');
    await writeFile(file, '{"old": true}', {mode: 0o644});
    await chmod(file, 0o644);
    const held = await open(file);
    expect((await cli.init('--force')).status).toBe(0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await held.readFile()).toString()).toBe('{"old": true}');
    await held.close();
    expect(await readdir(cli.folder)).toEqual(['zoom-mattermost.json']);
  });

  it('follows no link, and takes even one that leads nowhere for a file that is there', async () => {
    const file = join(cli.folder, 'zoom-mattermost.json');
    const elsewhere = join(cli.folder, 'elsewhere.json');
    await symlink(elsewhere, file);
    expect((await cli.init()).complained).toContain('exists already');
    expect((await cli.init('--force')).status).toBe(0);
    const [written, target] = await Promise.all([lstat(file), stat(elsewhere).catch(() => undefined)]);
    expect([written.isFile(), written.mode & 0o777, target]).toEqual([true, 0o600, undefined]);
  });

  it('says what to do when a person has the name of the bot, or the token allows too little', async () => {
    const ben = mattermostId('ben');
    cli.mattermost.seed({users: [{id: ben, username: 'zoom'}]});
    expect((await cli.init()).complained).toContain(
      'The user name "zoom" belongs to a person; rename that account',
    );
    const answers = [cli.mattermost.siteUrl, cli.tokenOf(ben), 'no'];
    cli.mattermost.seed({users: [{id: ben, username: 'ben'}]});
    expect((await cli.run(['init'], answers)).complained).toContain(
      'The token must be a system administrator’s',
    );
  });
});
