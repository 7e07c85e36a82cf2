import {afterAll, afterEach, beforeAll, expect, it} from '@jest/globals';
import {lowerCaseNames} from '../../server/lib/lower-case-names.js';
import {onEachHost} from '../support/on-each-host.js';
import {ADMIN, connectedTo, createWorld, sendWebhook, type World} from '../support/world.js';

onEachHost('Settings', ({start, pluginDir, capabilities}) => {
  let world: World;
  afterEach(() => world.close());

  it('C-01 nothing set: the plugin runs, people and admins read what is missing', async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false, settings: () => ({})});
    expect((await world.type('/zoom start')).text).toBe(
      'Zoom is not set up on this server yet. Please ask your administrator.',
    );
    const {text} = await world.type('/zoom start', {userId: ADMIN});
    expect(text).toContain('**Account ID** is missing.');
    expect(text).toContain(
      capabilities.settingsPage
        ? `[Open the settings](${world.host.siteUrl}/admin_console/plugins/plugin_zoom)`
        : 'Change it in the configuration of the service',
    );
  });

  it('makes the empty secrets once and keeps all other settings', async () => {
    // What a service does not know is a mistake in its configuration.
    const foreign = capabilities.settingsPage ? {Foreign: 'kept'} : {};
    world = await createWorld({
      start,
      pluginDir: pluginDir(),
      subscribe: false,
      settings: (zoom) => ({...connectedTo(zoom), ...foreign}),
    });
    const address = await world.addressSecret();
    const settings = lowerCaseNames(await world.host.pluginConfig());
    if (capabilities.settingsPage) expect(settings['foreign']).toBe('kept');
    expect(settings['accountid']).toBe(world.zoom.account.id);
    expect(address).toMatch(/^[\w-]{32}$/);
    expect(settings['webhooksecret'] ?? '').toBe('');
    expect(settings['encryptionkey']).toMatch(/^[\w-]{32}$/);
    expect(settings['encryptionkey']).not.toBe(address);
  });
});

onEachHost('Settings that change', ({start, pluginDir}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  }, 60_000);
  afterAll(() => world.close());
  const worldWith = async (change: Record<string, unknown>): Promise<void> => {
    world = await world.anew();
    await world.host.setPluginConfig({...connectedTo(world.zoom), ...change});
  };

  it('C-01 one value missing is named; spaces around values do no harm', async () => {
    await worldWith({OAuthClientSecret: ''});
    expect((await world.type('/zoom start', {userId: ADMIN})).text).toContain(
      '**Client Secret** is missing.',
    );
    const settings = connectedTo(world.zoom);
    const spaced = Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [
        key,
        typeof value === 'string' ? `  ${value}\n` : value,
      ]),
    );
    await world.host.setPluginConfig(spaced);
    expect((await world.type('/zoom start')).text).toContain('Your meeting is in the channel');
  });

  it('C-04 addresses that are not Zoom’s switch the feature off and are named', async () => {
    await worldWith({});
    for (const [ZoomURL, ZoomAPIURL] of [
      ['https://user:pass@zoom.us', 'https://api.zoom.us/v2'],
      ['https://zoom.us.evil.example', 'https://api.zoom.us/v2'],
      ['https://zoom.us\\@evil.example', 'https://api.zoom.us/v2'],
      ['http://zoom.us', 'https://api.zoom.us/v2'],
      ['https://zoom.us', 'https://127.0.0.1/v2'],
    ]) {
      const addresses = {ZoomURL, ZoomAPIURL, AllowInsecureZoomURLs: false};
      await world.host.setPluginConfig({...connectedTo(world.zoom), ...addresses});
      const answers = [await world.type('/zoom start'), await world.type('/zoom start', {userId: ADMIN})];
      expect([ZoomURL, ...answers.map(({text}) => text)]).toEqual([
        ZoomURL,
        expect.stringContaining('not set up'),
        expect.stringMatching(/\*\*Zoom (API )?URL\*\*/),
      ]);
    }
  }, 60_000);

  it('W-30 OAuth without a secret token: webhooks are 503, nothing is processed, the admin sees why', async () => {
    const before = (await world.host.logs()).length;
    await worldWith({ZoomWebhookSecret: ''});
    const answer = await sendWebhook(world, '{"event":"meeting.ended"}');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '300']);
    expect((await world.type('/zoom', {userId: ADMIN})).text).toContain(
      '**Zoom Webhook Secret Token** is missing.',
    );
    const lines = (await world.host.logs()).slice(before);
    expect(lines.some(({message}) => message.includes('Webhooks are refused'))).toBe(true);
  });

  it('the legacy connection starts meetings; without a token its webhooks need the address alone', async () => {
    await worldWith({});
    const {apiKey, apiSecret} = world.zoom.account;
    await world.host.setPluginConfig({
      ...(await world.host.pluginConfig()),
      ConnectionMode: 'jwt',
      APIKey: apiKey,
      APISecret: apiSecret,
      ZoomWebhookSecret: '',
    });
    expect((await world.type('/zoom start')).text).toContain('Your meeting is in the channel');
    const meeting = world.zoom.meetings[0];
    const body = JSON.stringify({
      event: 'meeting.ended',
      payload: {
        object: {id: String(meeting?.number), uuid: meeting?.uuid, start_time: new Date().toISOString()},
      },
    });
    const unsigned = {headers: {'x-zm-signature': '', 'x-zm-request-timestamp': ''}};
    expect((await sendWebhook(world, body, unsigned)).status).toBe(204);
    expect((await world.card()).props['meeting_status']).toBe('ENDED');
    const challenge = JSON.stringify({
      event: 'endpoint.url_validation',
      payload: {plainToken: 'a'.repeat(22)},
    });
    const answer = await sendWebhook(world, challenge, unsigned);
    expect([answer.status, answer.body.length]).toEqual([204, 0]);
  });

  it('C-08 a start that is under way when the settings change ends on those that it began with', async () => {
    await worldWith({});
    world.zoom.fault({route: 'create-meeting', fault: {kind: 'slow', ms: 300}});
    const running = world.type('/zoom start');
    await world.zoom.waitForRequest(({route}) => route === 'create-meeting');
    await world.host.setPluginConfig({});
    expect((await running).text).toContain('Your meeting is in the channel');
    expect((await world.type('/zoom start', {userId: ADMIN})).text).toContain('is missing');
  });
});
