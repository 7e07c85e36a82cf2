import {chmod, lstat, mkdir, open, readdir, realpath, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {mattermostId} from '../../support/mattermost-id.js';
import {ADMIN, TEAM, useCli} from './cli-under-test.js';

const cli = useCli();

const SALES = mattermostId('sales');
const bot = () => [...cli.mattermost.state.users.values()].find(({username}) => username === 'zoom');
const botIn = (teamId: string) =>
  [...cli.mattermost.state.teamMembers.values()].find(
    ({team_id, user_id}) => team_id === teamId && user_id === bot()?.id,
  );
/** Status of what somebody with this token gets who asks who they are. */
const tokenStatus = async (token: unknown): Promise<number> =>
  (
    await fetch(`${cli.mattermost.siteUrl}/api/v4/users/me`, {
      headers: {Authorization: `Bearer ${String(token)}`},
    })
  ).status;
const allFiles = async (): Promise<readonly string[]> => readdir(cli.folder);

describe('zoom-mattermost init', () => {
  it('makes the bot and its token, and writes a file for this account alone', async () => {
    const {status, said, complained} = await cli.run(['init'], cli.answers());
    expect([status, complained]).toEqual([0, '']);
    expect(said).toContain('The bot is in the team Design.');
    const {MattermostToken, ...others} = await cli.config();
    expect(others).toMatchObject({
      MattermostURL: cli.mattermost.siteUrl,
      Listen: '127.0.0.1:8066',
      Store: `sqlite:${join(await realpath(cli.folder), 'zoom-mattermost.db')}`,
      AccountID: cli.zoom.account.id,
    });
    expect((await stat(join(cli.folder, 'zoom-mattermost.json'))).mode & 0o777).toBe(0o600);
    expect(bot()).toMatchObject({is_bot: true, roles: 'system_user system_post_all system_admin'});
    expect(await tokenStatus(MattermostToken)).toBe(200);
    const {clientSecret, secretToken} = cli.zoom.account;
    for (const secret of [String(MattermostToken), cli.tokenOf(ADMIN), clientSecret, secretToken])
      expect(said).not.toContain(secret);
  });

  it('asks for the teams, and makes the bot an administrator there alone, and only where its role takes it', async () => {
    cli.mattermost.seed({teams: [{id: SALES, name: 'sales', display_name: 'Sales'}]});
    const plain = {teams: ['nowhere, Sales', 'Sales'], role: ['perhaps', 'no', 'yes']};
    const {said, status} = await cli.runHere(['init'], {}, cli.answers(plain));
    expect(status).toBe(0);
    expect(said).toContain('Teams on this server: design (Design), sales (Sales).');
    expect(said).toContain('There is no team “nowhere”.');
    expect(said).toContain('Answer yes or no.');
    expect(said).toContain('The bot is in the team Sales, as its administrator');
    expect([botIn(TEAM), botIn(SALES)?.scheme_admin]).toEqual([undefined, true]);
    expect(await cli.config()).toMatchObject({TrustUnverifiedEmails: true});
  });

  it('looks at each answer at once: nobody types anything for nothing', async () => {
    const {siteUrl} = cli.mattermost;
    const ben = mattermostId('ben');
    cli.mattermost.seed({users: [{id: ben, username: 'ben'}]});
    const {clientSecret} = cli.zoom.account;
    const answers = cli.answers({
      mattermost: [
        'chat.example.org',
        `${siteUrl}/team/channels/town-square`,
        'http://127.0.0.1:9',
        cli.zoom.url,
        `HTTP${siteUrl.slice('http'.length)}/`,
      ],
      token: ['made-up', cli.tokenOf(ben), cli.tokenOf(ADMIN)],
      service: ['zoom.example.org', 'https://zoom.example.org/?a=b', 'https://Zoom.Example.org/'],
      secret: ['not-this-one', cli.zoom.account.id, cli.zoom.account.clientId, clientSecret],
    });
    const {said, complained, status} = await cli.runHere(['init'], {}, answers);
    expect([status, complained]).toEqual([0, '']);
    expect(
      said.match(
        /(The address must|The address is|Mattermost does not|Something other|The token is|Zoom knows).*/g,
      ),
    ).toEqual([
      expect.stringContaining('The address must begin with https:// or http://.'),
      expect.stringContaining('The address must be the Site URL alone, without the path of a page.'),
      expect.stringContaining('Mattermost does not answer at http://127.0.0.1:9.'),
      expect.stringContaining('Something other than Mattermost answers'),
      expect.stringContaining('Mattermost does not know this token. Personal access tokens count only while'),
      expect.stringContaining('The token is @ben’s, who is no system administrator.'),
      expect.stringContaining('The address must begin with https:// or http://.'),
      expect.stringContaining('The address must end before the ? or #.'),
      expect.stringContaining('Zoom knows no app with this Client ID and Client Secret.'),
    ]);
    expect(said).toContain('Does Zoom accept the credentials? Zoom let this server sign in.');
    expect(await cli.config()).toMatchObject({
      MattermostURL: siteUrl,
      ServiceURL: 'https://zoom.example.org',
      OAuthClientSecret: clientSecret,
    });
  });

  it('overwrites nothing unless it is told to, and says so before it asks', async () => {
    await cli.init();
    const again = await cli.init();
    expect([again.status, again.said, again.complained]).toEqual([
      1,
      '',
      `${join(cli.folder, 'zoom-mattermost.json')} exists already: \`--force\` replaces it.\n`,
    ]);
    const elsewhere = await cli.init('--config', 'nowhere/zoom.json');
    expect([elsewhere.status, elsewhere.said, elsewhere.complained]).toEqual([
      1,
      '',
      'nowhere/zoom.json cannot be written: this account may not write into the folder nowhere.\n',
    ]);
  });

  it('takes what was there before for an answer where nothing is typed, and revokes the token that it replaces', async () => {
    await cli.init();
    const before = await cli.config();
    expect(await tokenStatus(before['MattermostToken'])).toBe(200);
    const foreign = cli.mattermost.addBot({username: 'other'}).token;
    const typed = ['', cli.tokenOf(ADMIN), ...Array<string>(8).fill('')];
    const {status, said} = await cli.runHere(['init', '--force'], {}, typed);
    expect(status).toBe(0);
    expect(said).toContain(
      'Teams that shall have /zoom (their names, with commas between them, or all) [design]',
    );
    expect(said).toContain('Client Secret [unchanged]');
    expect(said).toContain('The bot’s earlier token is revoked.');
    const after = await cli.config();
    expect({...after, MattermostToken: ''}).toEqual({...before, MattermostToken: ''});
    const tokens = [before['MattermostToken'], after['MattermostToken'], foreign];
    expect(await Promise.all(tokens.map(tokenStatus))).toEqual([401, 200, 200]);
  });

  it('leaves the bot’s other tokens alone', async () => {
    await cli.init();
    const headers = {...cli.mattermost.sessionOf(ADMIN), 'Content-Type': 'application/json'};
    const made = await fetch(`${cli.mattermost.siteUrl}/api/v4/users/${bot()?.id ?? ''}/tokens`, {
      method: 'POST',
      headers,
      body: JSON.stringify({description: 'made by hand'}),
    });
    const {token} = (await made.json()) as {token: string};
    await cli.initYes({}, '--force');
    expect(await tokenStatus(token)).toBe(200);
  });

  it('revokes nothing, and keeps no token, where it cannot write the file', async () => {
    await cli.init();
    const {MattermostToken} = await cli.config();
    // A folder in its place: it may be written beside, and not be replaced.
    await mkdir(join(cli.folder, 'taken.json'));
    await writeFile(join(cli.folder, 'taken.json/file'), '');
    const {status} = await cli.initYes({}, '--force', '--config', join(cli.folder, 'taken.json'));
    expect([status, await tokenStatus(MattermostToken)]).toEqual([1, 200]);
    const headers = cli.mattermost.sessionOf(ADMIN);
    const tokens = await fetch(`${cli.mattermost.siteUrl}/api/v4/users/${bot()?.id ?? ''}/tokens`, {headers});
    expect(await tokens.json()).toHaveLength(1);
  });

  it('says before it makes a system administrator that Mattermost does not take the role away while one person has it', async () => {
    const first = await cli.init();
    expect(first.said).toMatch(
      /Mattermost takes that role away again only while at least two people have it: now there is one\.[^]*May the bot be a system administrator\? \[no\]/,
    );
    const refused = await cli.initYes({MM_ZOOM_SYSTEMADMIN: 'false'}, '--force');
    expect([refused.status, refused.complained]).toEqual([
      78,
      expect.stringContaining('Make a second person one (System Console → User Management → Users)'),
    ]);
    cli.mattermost.seed({
      users: [{id: mattermostId('eve'), username: 'eve', roles: 'system_user system_admin'}],
    });
    const demoted = await cli.initYes({MM_ZOOM_SYSTEMADMIN: 'false'}, '--force');
    expect([demoted.status, bot()?.roles]).toEqual([0, 'system_user system_post_all']);
  });

  it('says what to do when a person has the name of the bot, or the server allows no bots', async () => {
    const ben = mattermostId('ben');
    cli.mattermost.seed({users: [{id: ben, username: 'zoom'}]});
    expect((await cli.init()).complained).toContain(
      'The user name "zoom" belongs to a person; rename that account',
    );
    cli.mattermost.seed({users: [{id: ben, username: 'ben'}]});
    await cli.mattermost.setServerConfig({ServiceSettings: {EnableBotAccountCreation: false}});
    expect((await cli.init()).complained).toContain(
      'Integrations → Bot Accounts → Enable Bot Account Creation',
    );
    expect(await allFiles()).toEqual([]);
  });
});

describe('zoom-mattermost init --yes', () => {
  it('asks nothing, and writes what it was given, secrets from files too', async () => {
    const file = join(cli.folder, 'token');
    await writeFile(file, `${cli.tokenOf(ADMIN)}\n`);
    const given = {MM_ZOOM_ADMINTOKEN_FILE: file, MM_ZOOM_STORE: 'memory:', MM_ZOOM_LISTEN: '0.0.0.0:8066'};
    const {status, said, complained} = await cli.initYes(given);
    expect([status, complained]).toEqual([0, '']);
    expect(said).not.toContain('[');
    const config = await cli.config();
    expect(config).toMatchObject({Store: 'memory:', Listen: '0.0.0.0:8066', AccountID: cli.zoom.account.id});
    for (const name of ['AdminToken', 'Teams', 'SystemAdmin']) expect(config).not.toHaveProperty(name);
    expect(botIn(TEAM)).toBeDefined();
  });

  it.each([
    [
      'MM_ZOOM_SERVICEURL',
      'zoom.example.org',
      'MM_ZOOM_SERVICEURL: The address must begin with https:// or http://.',
    ],
    ['MM_ZOOM_ADMINTOKEN', 'made-up', 'MM_ZOOM_ADMINTOKEN: Mattermost does not know this token.'],
    ['MM_ZOOM_TEAMS', 'nowhere', 'MM_ZOOM_TEAMS: There is no team “nowhere”.'],
    ['MM_ZOOM_LISTEN', '8066', 'Listen must be host:port'],
    ['MM_ZOOM_OAUTHCLIENTSECRET', 'wrong', 'MM_ZOOM_OAUTHCLIENTSECRET: Does Zoom accept the credentials?'],
    ['MM_ZOOM_NONSENSE', 'x', 'The environment has the unknown name MM_ZOOM_NONSENSE.'],
  ])('names %s when it is wrong, changes nothing, and ends with 78', async (name, value, problem) => {
    const {status, complained} = await cli.initYes({[name]: value});
    expect([status, complained]).toEqual([78, expect.stringContaining(problem)]);
    expect([await allFiles(), bot()]).toEqual([[], undefined]);
  });

  it('names everything that is missing at once', async () => {
    const {status, complained} = await cli.runHere(['init', '--yes']);
    expect(status).toBe(78);
    expect(complained.match(/MM_ZOOM_\w+(?= is missing)/g)).toEqual([
      'MM_ZOOM_MATTERMOSTURL',
      'MM_ZOOM_ADMINTOKEN',
      'MM_ZOOM_TEAMS',
      'MM_ZOOM_SERVICEURL',
      'MM_ZOOM_ACCOUNTID',
      'MM_ZOOM_OAUTHCLIENTID',
      'MM_ZOOM_OAUTHCLIENTSECRET',
      'MM_ZOOM_ZOOMWEBHOOKSECRET',
    ]);
  });

  it('hands no administrator’s token on: the service refuses it', async () => {
    await cli.initYes();
    const {status, complained} = await cli.runHere(['check'], {MM_ZOOM_ADMINTOKEN: 'x'});
    expect([status, complained]).toEqual([
      78,
      'The environment has MM_ZOOM_ADMINTOKEN, which is for init alone: remove it.\n',
    ]);
  });
});

describe('The file that init writes', () => {
  it('is for this account alone, whatever was there and whoever holds it open', async () => {
    const file = join(cli.folder, 'zoom-mattermost.json');
    await writeFile(file, '{"old": true}', {mode: 0o644});
    await chmod(file, 0o644);
    const held = await open(file);
    expect((await cli.init('--force')).status).toBe(0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await held.readFile()).toString()).toBe('{"old": true}');
    await held.close();
    expect(await allFiles()).toEqual(['zoom-mattermost.json']);
  });

  it('follows no link, and a link that leads nowhere is a file that is there', async () => {
    const file = join(cli.folder, 'zoom-mattermost.json');
    const elsewhere = join(cli.folder, 'elsewhere.json');
    await symlink(elsewhere, file);
    expect((await cli.init()).complained).toContain('exists already');
    expect((await cli.init('--force')).status).toBe(0);
    const [written, target] = await Promise.all([lstat(file), stat(elsewhere).catch(() => undefined)]);
    expect([written.isFile(), written.mode & 0o777, target]).toEqual([true, 0o600, undefined]);
  });
});
