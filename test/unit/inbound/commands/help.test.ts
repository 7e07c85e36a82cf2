import {ZOOM_HOSTS} from '../../../../contract/link-rules.js';
import type {TeamWithoutCommand} from '../../../../server/core/domain/team-without-command.js';
import {CAPABILITIES} from '../../../../server/core/domain/capabilities.js';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';
import {createPairings} from '../../../../server/outbound/store/pairings.js';
import {beforeEach, describe, expect, it} from '@jest/globals';
import {readSettings} from '../../../../server/core/domain/settings.js';
import {createAdminNotes} from '../../../../server/inbound/commands/admin-notes.js';
import {commandDefinition, createCommands} from '../../../../server/inbound/commands/registry.js';
import {readerFor} from '../../../../server/inbound/reader.js';
import {texts} from '../../../../server/messages/texts.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {admin, ana} from '../../../support/people.js';
import {channelId} from '../../../support/sample-card.js';
import {chatUnavailable} from '../../../../server/core/ports/port-error.js';

const complete = {
  AccountID: 'acc-1',
  OAuthClientID: 'client-1',
  OAuthClientSecret: 'client-secret',
  WebhookSecret: 'url+secret',
  ZoomWebhookSecret: 'zoom-secret',
  EncryptionKey: 'encryption-key',
};
const settingsUrl = 'https://chat.example.org/admin_console/plugins/plugin_zoom';

let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
  without = [];
});

let without: readonly TeamWithoutCommand[] = [];

const notAskedFor = () => Promise.reject(new Error('not asked for'));
const connecting = {
  auditRefusal: () => undefined,
  consent: 'nobody',
  redirectUri: '',
  grants: {find: notAskedFor},
  askedPlaces: {find: notAskedFor, note: notAskedFor},
  leadToConnect: notAskedFor,
  disconnect: notAskedFor,
  findMe: notAskedFor,
  describeStart: () => '',
  findOpenCardsAt: notAskedFor,
  endMeeting: notAskedFor,
  cancelMeeting: notAskedFor,
  describeClosing: {end: () => '', cancel: () => ''},
  newId: () => '',
  sendRaw: notAskedFor,
  describeRaw: () => ({code: 'bad_request' as const, message: ''}),
  deliverRaw: notAskedFor,
  bringOrShare: notAskedFor,
  describeImport: () => '',
  showImportList: notAskedFor,
  findLiveMeetings: notAskedFor,
  liveAllowance: createAllowance(),
  makeStreamUrl: notAskedFor,
  listStreamUrls: notAskedFor,
  revokeStreamUrl: notAskedFor,
  describeStreamUrl: () => '',
  renderStreamUrl: () => '',
  hasJoinPage: false,
  getInvitation: notAskedFor,
  sendInvitation: notAskedFor,
  describeInvitation: () => '',
  listDay: notAskedFor,
  describeObstacle: () => '',
  joinMeeting: notAskedFor,
  renderJoin: () => ({text: ''}),
  registerPeople: notAskedFor,
  describeRegistered: () => '',
  linkHosts: ZOOM_HOSTS,
} as const;

async function helpFor(
  user = ana,
  changes: Record<string, unknown> = {},
  siteUrl = 'https://chat.example.org',
  hasJoinPage = false,
) {
  const settings = readSettings({...complete, ...changes});
  const commands = createCommands({
    startMeeting: () => Promise.reject(new Error('not asked for')),
    ...world,
    capabilities: CAPABILITIES.plugin,
    pairings: createPairings(world),
    drawButton: () => undefined,
    ...connecting,
    hasJoinPage,
    countUnseen: () => 0,
    readPipeline: () => Promise.reject(new Error('not asked for')),
    teamsWithoutCommand: () => [],
    pairingAllowance: createAllowance(),
    doctorAllowance: createAllowance(),
    renderSettings: () => ({text: ''}),
    renderStart: () => ({text: ''}),
    checkSetup: () => Promise.reject(new Error('not asked for')),
    settingsUrl,
    adminNotes: createAdminNotes({
      ...world,
      settings,
      site: {url: siteUrl, publicUrl: siteUrl},
      settingsUrl,
      teamsWithoutCommand: () => without,
    }),
  });
  const help = commands.find(({name}) => name === 'help');
  const reply = await help?.run({
    request: {userId: user.id, channelId, rootId: '', text: '/zoom', mayPostHere: false, drawsCards: false},
    rest: '',
    user: Promise.resolve(user),
    reader: Promise.resolve(readerFor(texts, user)),
    signal: new AbortController().signal,
  });
  return reply?.text ?? '';
}

describe('the help', () => {
  it('tells a system administrator alone of a command of somebody else: where, which, whose, and what to do', async () => {
    without = [
      {team: 'Sales', obstacle: {kind: 'foreign', title: 'Old *Zoom*', owner: 'ben'}},
      {team: 'Ops', obstacle: {kind: 'foreign', title: '/zoom', owner: undefined}},
    ];
    const help = await helpFor(admin);
    expect(help).toContain('In the team Sales, `/zoom` is another command');
    expect(help).toContain('made by `ben`. It was left alone');
    expect(help).toContain('made by somebody else. It was left alone');
    expect(help).toContain('Integrations → Slash Commands');
    expect(await helpFor(ana)).not.toContain('Sales');
  });

  it.each([
    [{kind: 'forbidden'}, 'Make it an administrator of the team'],
    [{kind: 'disabled'}, 'Enable Custom Slash Commands'],
    [{kind: 'refused', reason: 'Invalid URL.'}, 'says “Invalid URL.”'],
  ] as const)(
    'tells a system administrator why a team has no command, and what helps: %j',
    async (obstacle, what) => {
      without = [{team: 'Sales', obstacle}];
      expect(await helpFor(admin)).toMatch(
        new RegExp(`In the team Sales, nobody can type \`/zoom\`: .*${what}`),
      );
    },
  );

  it('shows what can be done, shortest way first, in one screen', async () => {
    expect((await helpFor()).split('\n')).toEqual([
      '**Zoom for Mattermost**',
      '- `/zoom start [topic] [--pmi or --new]` – Start a meeting in this channel or thread; the topic is optional, `--pmi` is your personal meeting ID, `--new` a new one',
      '- `/zoom end` – End the meeting in this channel or thread for everyone (its host, or an administrator of the channel)',
      '- `/zoom cancel [meeting ID]` – Take back your meeting in this channel or thread, as long as nobody has come; with its ID, the announcement of a planned one',
      '- `/zoom import [webinars]` – Bring meetings that you have planned in Zoom into this channel or thread; `webinars`: those that you host',
      '- `/zoom share NUMBER or LINK [topic]` – Post a meeting as a card: your own by its number or link, anybody’s by its link; the topic is optional',
      '- `/zoom meetings` – Show what you host or are invited to in Zoom within a day',
      '- `/zoom join [number or link]` – Join a meeting by its number or link, or the one that is open here',
      '- `/zoom live` – Show the meetings that are on in your channels',
      "- `/zoom invitation [number or link] [@people]` – Show Zoom's invitation to your meeting, to be copied or posted; `@people` get it by direct message",
      '- `/zoom register [number or link] [@people]` – Register people for your meeting or webinar; each gets their own link by direct message. Without names: show where people register',
      '- `/zoom me` – Show who you are in Zoom',
      '- `/zoom settings` – Choose whether and where your meetings open',
      '- `/zoom help` – Show what you can do',
    ]);
    expect(world.chat.directMessages).toEqual([]);
  });

  it('tells people of stream URLs where there is a join page, and else whoever can set one up', async () => {
    expect(await helpFor(admin)).toContain('/zoom stream-url');
    expect(await helpFor(ana)).not.toContain('/zoom stream-url');
    expect(await helpFor(ana, {}, undefined, true)).toContain('/zoom stream-url');
  });

  it.each([
    ['nobody', ['me'], ['stream-url', 'doctor', 'api']],
    ['person', ['connect', 'disconnect', 'me'], ['stream-url', 'doctor', 'api']],
    ['account', ['connect', 'disconnect', 'me'], ['stream-url', 'connect', 'disconnect', 'doctor', 'api']],
  ] as const)(
    'and autocomplete come from the same table, where %s has to consent',
    (consent, more, forAdmins) => {
      const commands = createCommands({
        startMeeting: () => Promise.reject(new Error('not asked for')),
        ...world,
        capabilities: CAPABILITIES.plugin,
        pairings: createPairings(world),
        drawButton: () => undefined,
        ...connecting,
        consent,
        countUnseen: () => 0,
        readPipeline: () => Promise.reject(new Error('not asked for')),
        teamsWithoutCommand: () => [],
        pairingAllowance: createAllowance(),
        doctorAllowance: createAllowance(),
        renderSettings: () => ({text: ''}),
        renderStart: () => ({text: ''}),
        checkSetup: () => Promise.reject(new Error('not asked for')),
        settingsUrl,
        adminNotes: () => Promise.resolve([]),
      });
      const {trigger, subcommands} = commandDefinition(commands, texts('en'));
      expect(trigger).toBe('zoom');
      expect(subcommands.map(({name, hint}) => `${name} ${hint}`.trim())).toEqual([
        'start [topic] [--pmi or --new]',
        'end',
        'cancel [meeting ID]',
        'import [webinars]',
        'share NUMBER or LINK [topic]',
        'meetings',
        'join [number or link]',
        'live',
        'invitation [number or link] [@people]',
        'register [number or link] [@people]',
        'stream-url [number or link] ["name"] [until DATE]',
        ...more,
        'settings',
        'doctor',
        'api [METHOD] /path [JSON]',
        'help',
      ]);
      expect(subcommands.filter(({isForAdmins}) => isForAdmins).map(({name}) => name)).toEqual(forAdmins);
      expect(subcommands.every(({help}) => help !== '')).toBe(true);
    },
  );
});

describe('the help of a system administrator', () => {
  it('has the check of the whole set-up, too', async () => {
    expect(await helpFor(admin)).toContain(
      '- `/zoom doctor` – Check the whole set-up (system administrators only)',
    );
  });

  it('sends the filled webhook address by direct message, and never shows it in a channel', async () => {
    const help = await helpFor(admin);
    expect(help).toContain('The webhook address for your Zoom app is in a direct message to you.');
    expect(help).not.toContain('secret=');
    const [message] = world.chat.directMessages;
    expect(message?.userId).toBe(admin.id);
    expect(message?.text).toContain('`https://chat.example.org/plugins/zoom/webhook?secret=url%2Bsecret`');
  });

  it('names what is to be mended, with a link to the page', async () => {
    const help = await helpFor(admin, {AccountID: '', ZoomWebhookSecret: ''});
    expect(help).toContain(
      `**Still to do:** **Account ID** is missing. **Zoom Webhook Secret Token** is missing. [Open the settings](${settingsUrl}), or type \`/zoom doctor\` for a full check.`,
    );
  });

  it('warns of webhooks whose signature is not checked', async () => {
    const legacy = {ConnectionMode: 'jwt', APIKey: 'k', APISecret: 's', ZoomWebhookSecret: ''};
    expect(await helpFor(admin, legacy)).toContain(
      'Webhooks are protected only by the secret in their address',
    );
  });

  it('says that Mattermost has no Site URL, without which there is no address', async () => {
    expect(await helpFor(admin, {}, '')).toContain('Mattermost has no Site URL');
    expect(world.chat.directMessages).toEqual([]);
  });

  it('names a secret that could not be generated, without which there is no address', async () => {
    expect(await helpFor(admin, {WebhookSecret: ''})).toContain('**Webhook Secret** is missing.');
    expect(world.chat.directMessages).toEqual([]);
  });

  it('is shown all the same when the address cannot be sent', async () => {
    world.chat.faults.set('sendDirectMessage', () => chatUnavailable('no answer'));
    const help = await helpFor(admin);
    expect(help).toContain('**Zoom for Mattermost**');
    expect(help).not.toContain('is in a direct message');
    expect(JSON.stringify(world.logger.lines)).not.toContain('url+secret');
  });
});
