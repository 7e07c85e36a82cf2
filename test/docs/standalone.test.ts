import {readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../scripts/project-root.js';
import {freePort} from '../../sandbox/service/free-port.js';
import {type ServiceProcess, startService} from '../../sandbox/service/service-process.js';
import {NEEDED_EVENTS} from '../../server/core/domain/needed-events.js';
import {neededScopes} from '../../server/core/ports/zoom/scopes.js';
import {requiredFor} from '../../server/hosts/standalone/cli/assert-given.js';
import type {JsonReport} from '../../server/hosts/standalone/cli/report-check.js';
import {variableOf} from '../../server/hosts/standalone/read-config.js';
import {CONFIG_KEYS, INIT_KEYS} from '../../server/hosts/standalone/service-config.js';
import {ADMIN, TEAM, useCli} from '../hosts/standalone/cli-under-test.js';
import {mattermostId} from '../support/mattermost-id.js';

const page = readFileSync(join(projectRoot, 'docs/standalone.md'), 'utf8');
const section = (title: string): string => {
  const [, text] = page.split(`## ${title}\n`);
  if (text === undefined) throw new Error(`The page has no section ${title}`);
  return text.split(/^#{2,3} /m)[0] ?? '';
};
const blocks = (text: string): readonly string[] =>
  [...text.matchAll(/^```\w*\n([^]*?)^```$/gm)].map(([, block = '']) => block);

describe('docs/standalone.md', () => {
  it('names variables that there are, alone', () => {
    const known = [...CONFIG_KEYS, ...INIT_KEYS].map(variableOf);
    const named = [...page.matchAll(/\bMM_ZOOM_[A-Z]+/g)].map(([name]) => name);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('has a row for everything that init has to be told, and says what is required', () => {
    const rows = [...section('4. `init`').matchAll(/^\| `(MM_ZOOM_[A-Z]+)` \| (\S+) \|/gm)];
    const required = rows.filter(([, , how]) => how === 'required').map(([, name]) => name);
    expect(required).toEqual(requiredFor(undefined).map(variableOf));
    const optional = rows.filter(([, , how]) => how !== 'required').map(([, name]) => name);
    expect(optional).toEqual(['ConnectionMode', 'SystemAdmin', 'TrustUnverifiedEmails'].map(variableOf));
  });

  it('names exactly the scopes and the events that are needed', () => {
    const scopes = [...section('1. The Zoom app').matchAll(/`((?:user|meeting):[a-z_:]+)`/g)].map(
      ([, scope]) => scope,
    );
    expect(new Set(scopes)).toEqual(new Set(neededScopes('account')));
    const added = /Add Events →.*$/m.exec(section('6. The webhook address'))?.[0] ?? '';
    const titles = [...added.matchAll(/\*\*([^*]+)\*\*/g)].map(([, title]) => title);
    expect(titles).toEqual(NEEDED_EVENTS.map(({title}) => title));
  });

  it('shows the very form in which check answers programs', () => {
    const [example = ''] = blocks(section('`check` for programs'));
    const {checks, ...report} = JSON.parse(example) as JsonReport;
    expect(Object.keys(report)).toEqual(['version', 'ok']);
    expect(Object.keys(checks[0] ?? {})).toEqual(['id', 'finding', 'state', 'title', 'text']);
  });
});

const cli = useCli();
const CHANNEL = mattermostId('channel');
let service: ServiceProcess | undefined;
afterEach(() => service?.end());

describe('Whoever follows docs/standalone.md', () => {
  it('comes from nothing to the first meeting', async () => {
    const port = await freePort();
    cli.mattermost.seed({
      users: [{id: ADMIN, email: 'admin@example.com', auth_service: 'saml'}],
      channels: [{id: CHANNEL, team_id: TEAM}],
      members: [{channel_id: CHANNEL, user_id: ADMIN}],
      teams: [{id: mattermostId('sales'), name: 'sales', display_name: 'Sales'}],
    });
    cli.zoom.addUser({email: 'admin@example.com'});

    // Step 4, without questions: the variables of the page, with this machine's values.
    const env = await withValuesOf(blocks(section('4. `init`')).at(-1) ?? '', `http://127.0.0.1:${port}`);
    const made = await cli.run(['init', '--yes'], [], {
      env: {...env, MM_ZOOM_LISTEN: `127.0.0.1:${port}`, MM_ZOOM_METRICSLISTEN: 'off'},
    });
    expect([made.status, made.complained]).toEqual([0, '']);
    const before = await cli.run(['check']);
    expect([before.status, marks(before.said)]).toEqual([0, expect.not.stringContaining('✗')]);

    // Steps 5 and 6.
    service = await startService({
      script: cli.script,
      settings: await cli.config(),
      log: () => undefined,
    });
    const {said} = await cli.run(['check']);
    const address = said.split('\n').find((line) => line.startsWith('http')) ?? '';
    await cli.zoom.subscribe({url: address, events: NEEDED_EVENTS.map(({name}) => name)});

    // Step 7.
    await cli.mattermost.typeCommand({userId: ADMIN, channelId: CHANNEL, text: '/zoom start'});
    const [meeting] = cli.zoom.meetings;
    if (meeting === undefined) throw new Error('No meeting was created');
    cli.zoom.startMeeting(meeting.number);
    await cli.zoom.webhooksSettled();
    expect((await cli.run(['check'])).status).toBe(0);
    cli.zoom.endMeeting(meeting.number);
    await cli.zoom.webhooksSettled();
    const [card] = [...cli.mattermost.state.posts.values()].filter(({type}) => type === 'custom_zoom');
    expect(card?.props).toMatchObject({meeting_status: 'ENDED'});
    const after = await cli.run(['check']);
    // What this server lets no integration choose is no fault.
    expect([after.status, marks(after.said).replace('!', '✓')]).toEqual([0, expect.stringMatching(/^✓+$/)]);
  }, 90_000);
});

const marks = (said: string): string => said.replace(/^([✓✗…!?–]) .*$|^.*$\n?/gm, '$1').replaceAll('\n', '');

/** The assignments in a block; what they name is this world's, secrets in files where the page has them there. */
async function withValuesOf(block: string, serviceUrl: string): Promise<Record<string, string>> {
  const {id, clientId, clientSecret, secretToken} = cli.zoom.account;
  const values: Readonly<Record<string, string>> = {
    MM_ZOOM_MATTERMOSTURL: cli.mattermost.siteUrl,
    MM_ZOOM_ADMINTOKEN: cli.tokenOf(ADMIN),
    MM_ZOOM_SERVICEURL: serviceUrl,
    MM_ZOOM_ACCOUNTID: id,
    MM_ZOOM_OAUTHCLIENTID: clientId,
    MM_ZOOM_OAUTHCLIENTSECRET: clientSecret,
    MM_ZOOM_ZOOMWEBHOOKSECRET: secretToken,
  };
  const env: Record<string, string> = {};
  for (const [, name = '', isFile, written = ''] of block.matchAll(/^(MM_ZOOM_[A-Z]+)(_FILE)?=(.*)$/gm)) {
    const value = values[name] ?? written;
    if (isFile === undefined) {
      env[name] = value;
      continue;
    }
    const file = join(cli.folder, name);
    await writeFile(file, `${value}\n`, {mode: 0o600});
    env[`${name}_FILE`] = file;
  }
  return env;
}
