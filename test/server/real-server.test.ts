import {randomBytes} from 'node:crypto';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import type {Client4} from '@mattermost/client';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {createZoomSimulator} from '../../sandbox/zoom/create-zoom-simulator.js';
import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import {buildPlugin} from '../../scripts/build-plugin.js';
import {buildService} from '../../scripts/build-service.js';
import {writeArchive} from '../../scripts/bundle/write-archive.js';
import {deployBundle} from '../../scripts/deploy/deploy-bundle.js';
import {readManifest} from '../../scripts/deploy/read-manifest.js';
import {SECRET_SETTINGS} from '../../server/core/domain/settings-schema.js';
import {createClient} from '../../server/hosts/standalone/mattermost/client.js';
import {findBot} from '../../server/hosts/standalone/cli/find-bot.js';
import {setUpBot} from '../../server/hosts/standalone/cli/set-up-bot.js';
import {lowerCaseNames} from '../../server/lib/lower-case-names.js';
import {systemClock} from '../../server/lib/system-clock.js';
import {freePort} from '../../sandbox/service/free-port.js';
import {type ServiceProcess, startService} from '../../sandbox/service/service-process.js';
import {connectedTo} from '../support/world.js';
import {connectAdmin, newPerson, type Person} from './real-server.js';
import {noProxy} from '../support/no-proxy.js';

const url = process.env['ZOOM_TEST_MATTERMOST'] ?? '';
const token = process.env['ZOOM_TEST_MATTERMOST_TOKEN'] ?? '';
const MINUTES = 60_000;

let admin: Client4;
let zoom: ZoomSimulator;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-'));
  admin = connectAdmin(url, token);
  zoom = await createZoomSimulator({clock: systemClock, random: {bytes: (length) => randomBytes(length)}});
});
const leaving: Person[] = [];
afterAll(async () => {
  for (const person of leaving) person.leave();
  await zoom.close();
  await rm(folder, {recursive: true});
});

interface MainJob {
  /** Where Zoom sends its webhooks. */
  webhooks: string;
  /** Lets the product into a team. */
  invite?: (teamId: string) => Promise<void>;
}

/** Lets a new person do the main job, and looks at all that they see. */
async function doTheMainJob({webhooks, invite}: MainJob): Promise<void> {
  const {team, channelId, person} = await newPerson(url, admin);
  leaving.push(person);
  zoom.addUser({email: person.email});
  await invite?.(team.id);
  await registered(person, team.id);
  const place = {channel_id: channelId, team_id: team.id};
  const answer = await person.api.executeCommand('/zoom start Weekly planning', place);
  await person.whisper(({message}) => message.includes('Your meeting is in the channel'));
  const card = await cardIn(person.api, channelId);
  expect(card.message).toMatch(/^Ana Silva opened “Weekly planning”: \[Join meeting\]\(/);
  expect(card.props).toMatchObject({meeting_topic: 'Weekly planning', meeting_status: 'STARTED'});
  expect(answer).toMatchObject({goto_location: card.props['meeting_link']});

  await pressFirst(person, (message) => message.includes('Your meeting is in the channel'));
  // The plugin shows the link itself; a service says that it has sent one.
  await person.whisper(({message}) => message.includes('zak=') || message.includes('in a direct message'));

  await zoom.subscribe({url: webhooks});
  const number = Number(card.props['meeting_id']);
  zoom.startMeeting(number);
  await zoom.webhooksSettled();
  expect((await cardIn(person.api, channelId)).props).toMatchObject({zoom_card: {state: 'live'}});
  zoom.endMeeting(number);
  await zoom.webhooksSettled();
  const ended = await cardIn(person.api, channelId);
  expect(ended.props).toMatchObject({meeting_status: 'ENDED', zoom_card: {state: 'ended'}});
  expect(ended.message).toContain('has ended after less than a minute');

  await person.api.executeCommand('/zoom settings', place);
  await pressFirst(person, (message) => message.includes('opens by itself'));
  await person.whisper(({message}) => message.includes('does not open by itself'));
}

/** A service registers its command when it hears of a new team. */
async function registered({api}: Person, teamId: string): Promise<void> {
  while (!(await api.getAutocompleteCommandsList(teamId)).some(({trigger}) => trigger === 'zoom'));
}

async function cardIn(api: Client4, channelId: string) {
  const {order, posts} = await api.getPosts(channelId);
  const card = order.map((id) => posts[id]).find((post) => String(post?.type) === 'custom_zoom');
  if (card === undefined) throw new Error('There is no card');
  return card;
}

async function pressFirst(person: Person, isIt: (message: string) => boolean): Promise<void> {
  const post = await person.whisper(({message}) => isIt(message));
  const action = post.props.attachments?.[0]?.actions?.[0];
  await person.api.doPostActionWithCookie(post.id, action?.id ?? '', action?.cookie ?? '');
}

describe('The plugin on a real Mattermost server', () => {
  const settings = async (): Promise<Record<string, unknown>> =>
    (await admin.getConfig()).PluginSettings.Plugins['zoom'] as Record<string, unknown>;
  beforeAll(async () => {
    const {folder: plugin} = await buildPlugin({outDir: folder});
    const bundle = join(folder, 'zoom.tar.gz');
    await writeArchive(plugin, 'zoom', bundle, new Date());
    const report = {step: () => undefined, progress: () => undefined};
    await deployBundle({
      target: {url, token},
      bundle,
      manifest: readManifest(),
      report,
      pause: () => setTimeout(1000),
    });
    const changes = lowerCaseNames({...connectedTo(zoom), WebhookSecret: 'made-up-secret'});
    const Plugins = {zoom: {...(await settings()), ...changes}};
    await admin.patchConfig({PluginSettings: {Plugins}});
  }, 2 * MINUTES);
  afterAll(() => admin.removePlugin('zoom'));

  it(
    'does the main job',
    async () => {
      await doTheMainJob({webhooks: `${url}/plugins/zoom/webhook?secret=made-up-secret`});
    },
    MINUTES,
  );

  it('C-02 shows no secret to readers of the configuration', async () => {
    const shown = await settings();
    const secrets = SECRET_SETTINGS.map((name) => name.toLowerCase()).filter((name) => name in shown);
    expect(secrets).toEqual(expect.arrayContaining(['oauthclientsecret', 'webhooksecret', 'encryptionkey']));
    for (const name of secrets) expect([name, shown[name]]).toEqual([name, '*'.repeat(32)]);
  });
});

describe('The service beside a real Mattermost server', () => {
  let service: ServiceProcess;
  beforeAll(async () => {
    const script = await buildService(join(process.cwd(), 'build/server-test/zoom-mattermost.mjs'));
    const internal = {AllowedUntrustedInternalConnections: 'localhost 127.0.0.1'};
    await admin.patchConfig({ServiceSettings: internal});
    const client = createClient({url, token, findProxy: noProxy}, {clock: systemClock});
    const port = await freePort();
    const found = await findBot(client);
    const bot = await setUpBot(client, {found, teams: [], isAdmin: true, say: () => undefined});
    const settings = {
      ...connectedTo(zoom),
      MattermostURL: url,
      MattermostToken: bot.token,
      ServiceURL: `http://127.0.0.1:${port}`,
      Listen: `127.0.0.1:${port}`,
      Store: `sqlite:${join(folder, 'zoom.db')}`,
      TrustUnverifiedEmails: true,
      WebhookSecret: 'made-up-secret',
    };
    service = await startService({script, settings, log: () => undefined});
  }, 2 * MINUTES);
  afterAll(() => service.end());

  it(
    'does the main job',
    async () => {
      await doTheMainJob({
        webhooks: `${service.url}/plugins/zoom/webhook?secret=made-up-secret`,
        invite: async (teamId) => {
          const bot = await admin.getUserByUsername('zoom');
          await admin.addToTeam(teamId, bot.id);
        },
      });
    },
    MINUTES,
  );
});
