import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmod, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {afterEach, describe, expect, it} from '@jest/globals';
import {freePort} from '../../../sandbox/service/free-port.js';
import {type ServiceProcess, startService} from '../../../sandbox/service/service-process.js';
import {PRODUCT_VERSION} from '../../../server/core/domain/product-version.js';
import {createClient} from '../../../server/hosts/standalone/mattermost/client.js';
import {MATTERMOST_FINDINGS} from '../../../server/hosts/standalone/cli/mattermost-findings.js';
import type {JsonReport} from '../../../server/hosts/standalone/cli/report-check.js';
import {systemClock} from '../../../server/lib/system-clock.js';
import {systemRandom} from '../../../server/lib/system-random.js';
import {createStore} from '../../../server/outbound/store/engines/create-store.js';
import {createServiceRecords} from '../../../server/outbound/store/service-records.js';
import {breakStore} from '../../support/break-store.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {noProxy} from '../../support/no-proxy.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {ADMIN, TEAM, useCli} from './cli-under-test.js';

const cli = useCli();
let service: ServiceProcess | undefined;
afterEach(async () => {
  await service?.end();
  service = undefined;
});

const checked = async (): Promise<JsonReport & {status: number}> => {
  const {status, said} = await cli.runHere(['check', '--json']);
  return {status, ...(JSON.parse(said) as JsonReport)};
};
const findings = async (): Promise<readonly string[]> => (await checked()).checks.map(({finding}) => finding);
const changeConfig = async (changes: object): Promise<void> =>
  writeFile(join(cli.folder, 'zoom-mattermost.json'), JSON.stringify({...(await cli.config()), ...changes}));
const botId = (): string => cli.mattermost.state.bots.get('zoom')?.user_id ?? '';
const asAdmin = () =>
  createClient(
    {url: cli.mattermost.siteUrl, token: cli.tokenOf(ADMIN), findProxy: noProxy},
    {clock: systemClock},
  ).api;
const setServer = (ServiceSettings: Record<string, boolean>) =>
  cli.mattermost.setServerConfig({ServiceSettings});
/** Mattermost lets nobody take the role from a bot otherwise. */
const secondAdmin = (): void =>
  cli.mattermost.seed({
    users: [{id: mattermostId('eve'), username: 'eve', roles: 'system_user system_admin'}],
  });
const command = (fields: object) => ({
  ...{id: mattermostId('command'), token: mattermostId('token'), create_at: 1, update_at: 1, delete_at: 0},
  ...{auto_complete: true, auto_complete_desc: '', auto_complete_hint: '', method: 'P' as const},
  ...{username: '', icon_url: '', display_name: 'Old Zoom', description: '', trigger: 'zoom', team_id: TEAM},
  ...{creator_id: mattermostId('ben'), url: 'https://elsewhere.example.org/zoom', ...fields},
});
const seedCommand =
  (fields: () => object = () => ({})) =>
  (): void => {
    cli.mattermost.seed({users: [{id: mattermostId('ben'), username: 'ben'}]});
    cli.mattermost.state.slashCommands.set(mattermostId('command'), command(fields()));
  };

/** `cure`: what `init --force` is told beside what it knows; `undefined`: it cannot help. */
interface Row {
  finding: keyof typeof MATTERMOST_FINDINGS;
  arrange: () => unknown;
  cure?: Readonly<Record<string, string>> | undefined;
}

const plain = {MM_ZOOM_SYSTEMADMIN: 'false', MM_ZOOM_TRUSTUNVERIFIEDEMAILS: 'true'};
const toPlain = async (roles = 'system_user system_post_all'): Promise<void> => {
  secondAdmin();
  await asAdmin().updateUserRoles(botId(), roles);
};

const ROWS: readonly Row[] = [
  {finding: 'bot.disabled', arrange: () => asAdmin().disableBot(botId()), cure: {}},
  {finding: 'bot.refused', arrange: () => changeConfig({MattermostToken: 'wrong'}), cure: {}},
  {finding: 'bot.person', arrange: () => changeConfig({MattermostToken: cli.tokenOf(ADMIN)}), cure: {}},
  {finding: 'bot.unanswered', arrange: () => changeConfig({MattermostURL: 'http://127.0.0.1:9'})},
  {finding: 'posts.asMember', arrange: () => toPlain('system_user'), cure: plain},
  {
    finding: 'people.hidden',
    arrange: async () => {
      await toPlain();
      await cli.mattermost.setServerConfig({PrivacySettings: {ShowEmailAddress: false}});
    },
    cure: {MM_ZOOM_SYSTEMADMIN: 'true'},
  },
  {finding: 'people.nobody', arrange: () => toPlain(), cure: plain},
  {finding: 'answers.unnamed', arrange: () => setServer({EnablePostUsernameOverride: false})},
  {finding: 'command.off', arrange: () => setServer({EnableCommands: false})},
  {
    finding: 'command.noTeam',
    arrange: () => cli.mattermost.seed({teamMembers: [{team_id: TEAM, user_id: botId(), left: true}]}),
    cure: {},
  },
  {finding: 'command.forbidden', arrange: () => toPlain(), cure: plain},
  {finding: 'command.foreign', arrange: seedCommand()},
  {finding: 'command.elsewhere', arrange: seedCommand(() => ({creator_id: botId()}))},
  {finding: 'command.token', arrange: seedCommand(() => ({url: 'http://127.0.0.1:9/plugins/zoom/command'}))},
];

describe('zoom-mattermost check', () => {
  it.each(ROWS)('finds $finding, and init --force cures what it can', async ({finding, arrange, cure}) => {
    await setServer({EnablePostUsernameOverride: true, EnablePostIconOverride: true});
    await cli.initYes();
    await arrange();
    const {checks, status, ok} = await checked();
    const {state, text} = checks.find((line) => line.finding === finding) ?? {};
    expect(state).toBe(MATTERMOST_FINDINGS[finding].state);
    expect(text).not.toMatch(/[{}]/);
    expect([ok, status]).toEqual(state === 'wrong' || state === 'missing' ? [false, 1] : [true, 0]);
    if (cure === undefined) return;
    expect((await cli.initYes(cure, '--force')).complained).toBe('');
    expect(await findings()).not.toContain(finding);
  });

  it('has a row for everything that can be wrong', () => {
    const wrong = Object.entries(MATTERMOST_FINDINGS).filter(([, {state}]) => state !== 'works');
    const shown = [
      ...ROWS.map(({finding}) => finding),
      'version.old',
      'command.absent',
      'command.unanswered',
    ];
    expect(new Set(shown)).toEqual(new Set(wrong.map(([name]) => name)));
  });

  it('has nothing against a set-up that is on its way, shows the webhook address, and keeps it to itself for programs', async () => {
    const port = await freePort();
    await cli.initYes({
      MM_ZOOM_SERVICEURL: `http://127.0.0.1:${port}`,
      MM_ZOOM_LISTEN: `127.0.0.1:${port}`,
      MM_ZOOM_METRICSLISTEN: 'off',
    });
    const before = await cli.runHere(['check']);
    expect([before.status, before.complained]).toEqual([0, '']);
    expect(before.said).toContain('✓ Bot account: @zoom is signed in.');
    expect(before.said).toContain('… Slash command of Design: it is created when the service starts');
    expect(before.said).toContain('… Does Zoom report what happens in meetings? No webhook has arrived yet.');
    expect(before.said).toContain(
      '… Can Zoom reach this server? Not tested: the service does not run on this machine yet.',
    );
    expect(before.said).toContain('Nothing is wrong.');
    const address = /^http:.*\/plugins\/zoom\/webhook\?secret=.+$/m.exec(before.said)?.[0] ?? '';
    expect(address).not.toBe('');

    service = await startService({
      script: cli.script,
      settings: await cli.config(),
      env: {MM_ZOOM_METRICSLISTEN: 'off'},
      log: () => undefined,
    });
    const running = await cli.runHere(['check']);
    expect(running.said).toContain(address);
    expect(running.said).toContain('✓ Slash command of Design: it leads here.');
    expect(running.said).toContain('✓ Can Zoom reach this server?');
    await cli.zoom.subscribe({url: address});
    const validated = await cli.runHere(['check']);
    expect(validated.said).toContain('✓ Has Zoom validated the webhook address?');
    const {status, said} = await cli.runHere(['check', '--json']);
    expect([status, said.includes(new URL(address).search)]).toEqual([0, false]);
  }, 60_000);

  it('shows no webhook address whose secret the next process makes anew', async () => {
    await cli.initYes({MM_ZOOM_STORE: 'memory:'});
    expect((await cli.runHere(['check'])).said).not.toContain('?secret=');
    await changeConfig({WebhookSecret: 'of-the-configuration'});
    expect((await cli.runHere(['check'])).said).toContain('?secret=of-the-configuration');
  });

  it('knows a disabled bot of another name by what the service has noted', async () => {
    await cli.initYes();
    const {userId, token} = cli.mattermost.addBot({username: 'meetings'});
    await changeConfig({MattermostToken: token});
    const deps = {clock: systemClock, logger: createRecordingLogger()};
    const store = createStore(`sqlite:${join(cli.folder, 'zoom.db')}`, deps);
    await store.open();
    const records = createServiceRecords({...deps, keyValue: store.keyValue, random: systemRandom});
    await records.botAccount.keep({id: userId, username: 'meetings', isAdmin: false});
    await store.close();
    cli.mattermost.seed({users: [{id: userId, delete_at: 1}]});
    const text = expect.stringMatching(/^the bot @meetings is disabled\. Enable it under/);
    expect((await checked()).checks.at(-1)).toMatchObject({finding: 'bot.disabled', text});
  });

  it('says that a version is too old', async () => {
    const old = createServer((_request, response) => {
      response.setHeader('Content-Type', 'application/json');
      const user = {id: mattermostId('bot'), username: 'zoom', is_bot: true, roles: 'system_user'};
      const {url = ''} = _request;
      response.end(JSON.stringify(url.includes('/users/me/teams') ? [] : {...user, Version: '9.5.0'}));
    }).listen(0, '127.0.0.1');
    await once(old, 'listening');
    await cli.initYes();
    const {port} = old.address() as {port: number};
    await changeConfig({MattermostURL: `http://127.0.0.1:${port}`});
    expect((await cli.runHere(['check'])).said).toContain(
      '✗ Mattermost’s version: it is 9.5.0; at least 10.11 is needed.',
    );
    old.close();
  });

  it('names whose command is in the way', async () => {
    await cli.initYes();
    seedCommand()();
    expect((await cli.runHere(['check'])).said).toContain(
      '✗ Slash command of Design: /zoom is @ben’s command “Old Zoom” there, and is left alone. Delete or rename it under Integrations → Slash Commands',
    );
  });

  it.each([
    ['sqlite:/nowhere/store.db', 'The database /nowhere/store.db cannot be opened'],
    ['mysql://x', 'Store must be an address'],
  ])('says what is wrong with the store %s', async (Store, problem) => {
    await cli.initYes();
    await changeConfig({Store});
    const {status, checks} = await checked();
    expect([status, checks.at(-1)]).toEqual([
      1,
      {
        id: 'store',
        finding: 'store.wrong',
        state: 'wrong',
        title: 'Store',
        text: expect.stringContaining(problem),
      },
    ]);
  });

  it('finds a store that opens and takes no writes', async () => {
    await cli.initYes();
    expect(await findings()).toContain('store.works');
    const mend = await breakStore(`sqlite:${join(cli.folder, 'zoom.db')}`, 'writes');
    const {status, checks} = await checked();
    await mend();
    const text = 'it does not take a write: database or disk is full.';
    expect([status, checks.at(-1)]).toMatchObject([1, {finding: 'store.wrong', text}]);
  });

  it('answers programs in their form also where Mattermost fails on the way', async () => {
    await cli.initYes();
    cli.mattermost.faults.add('GET /users/:user_id/teams', {kind: 'refuse', status: 400});
    const {status, ok, checks} = await checked();
    expect([status, ok]).toEqual([1, false]);
    expect(checks.at(-1)).toMatchObject({
      finding: 'check.interrupted',
      state: 'wrong',
      text: expect.stringMatching(/^it could not be finished: [^.].*[^.]\.$/),
    });
  });

  it('warns of files that every account can read, and not of those in a folder that is closed to others', async () => {
    await cli.initYes();
    await chmod(join(cli.folder, 'zoom-mattermost.json'), 0o644);
    expect((await cli.runHere(['check'])).said).not.toContain('! Files');
    await chmod(cli.folder, 0o755);
    const {status, said} = await cli.runHere(['check']);
    expect(status).toBe(0);
    expect(said).toContain(
      `! Files: every account of this machine can read ${cli.folder}/zoom-mattermost.json. Take that right away (chmod o-r).`,
    );
  });

  it('is not disturbed by a reader who has read enough', async () => {
    await cli.initYes();
    const child = spawn(process.execPath, [cli.script, 'check'], {cwd: cli.folder});
    child.stdout.destroy();
    const [complained, [status]] = (await Promise.all([text(child.stderr), once(child, 'exit')])) as [
      string,
      [number],
    ];
    expect([complained, status]).toEqual(['', 0]);
  });

  it('ends with 78 and sentences when the configuration cannot be read, and tells programs in their form', async () => {
    const {status, complained} = await cli.run(['check']);
    expect([status, complained]).toEqual([
      78,
      'MattermostURL is missing.\nMattermostToken is missing.\nServiceURL is missing.\n',
    ]);
    const {status: failed, said} = await cli.run(['check', '--json']);
    expect({status: failed, ...(JSON.parse(said) as JsonReport)}).toEqual({
      status: 1,
      version: PRODUCT_VERSION,
      ok: false,
      checks: [
        {
          id: 'configuration',
          finding: 'configuration.wrong',
          state: 'wrong',
          title: 'Configuration',
          text: 'MattermostURL is missing. MattermostToken is missing. ServiceURL is missing.',
        },
      ],
    });
  });
});
