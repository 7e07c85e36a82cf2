import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {AdminSetup} from '../../contract/admin.js';
import {lowerCaseNames} from '../../server/lib/lower-case-names.js';
import {type Check, json, requestTest, testSetup} from '../support/test-setup.js';
import {onEachHost} from '../support/on-each-host.js';
import type {PluginConfig} from '../support/plugin-host.js';
import {ADMIN, ANA, connectedTo, createWorld, type World} from '../support/world.js';

const states = (found: Map<string, Check>): string[] => [...found.values()].map(({state}) => state);

onEachHost(
  'The admin page',
  ({start, pluginDir}) => {
    let world: World;
    let settings: PluginConfig;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir()});
      world.zoom.addUser({email: 'admin@example.com'});
      settings = await world.host.pluginConfig();
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world = await world.anew();
    });
    afterEach(() => world.host.setPluginConfig(settings));

    const setup = (userId?: string) =>
      world.host.http({path: '/api/v1/admin/setup', ...(userId !== undefined && {userId})});
    const test = (settings: unknown, userId?: string) => requestTest(world, settings, userId);
    const checks = (settings?: Record<string, unknown>) => testSetup(world, settings);

    it('A-04 answers 401 without a session, 403 to anybody but system administrators, and lets nobody store it', async () => {
      for (const answer of [await setup(), await test({})]) {
        expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'no-store']);
      }
      for (const answer of [await setup(ANA), await test({}, ANA)]) {
        expect([answer.status, answer.headers.get('cache-control')]).toEqual([403, 'no-store']);
        expect(json(answer)).toMatchObject({
          code: 'not_an_admin',
          message: 'Only system administrators can see and test how Zoom is set up.',
        });
      }
      const spoofed = await world.host.http({
        path: '/api/v1/admin/setup',
        headers: {'Mattermost-User-Id': ADMIN},
      });
      expect(spoofed.status).toBe(401);
    });

    it('tells what has to be copied into Zoom, and what is missing', async () => {
      const {siteUrl} = world.host;
      const webhook = `${siteUrl}/plugins/zoom${await world.webhookPath()}`;
      const answer = await setup(ADMIN);
      expect(json(answer)).toMatchObject({
        webhook_url: webhook,
        site_url: siteUrl,
        mode: 'server_to_server',
        modes: [
          {
            mode: 'server_to_server',
            events: [
              {name: 'meeting.started', title: 'Start Meeting'},
              {name: 'meeting.ended', title: 'End Meeting'},
            ],
          },
          {mode: 'user', redirect_url: `${siteUrl}/plugins/zoom/oauth2/complete`},
          {mode: 'account', redirect_url: `${siteUrl}/plugins/zoom/oauth2/complete`},
          {mode: 'jwt', scopes: []},
        ],
        missing: [],
        last_validation_at: expect.any(Number),
      });
      const [mode] = (json(answer) as AdminSetup).modes;
      const features = mode?.features.flatMap(({scopes}) => scopes) ?? [];
      expect(new Set([...(mode?.scopes ?? []), ...features])).toEqual(new Set(world.zoom.account.scopes));
      await world.host.setPluginConfig({...(await world.host.pluginConfig()), AccountID: ''});
      expect(json(await setup(ADMIN))).toMatchObject({missing: ['AccountID']});
    });

    it('tests what is typed, takes masked values for the stored ones, and saves nothing', async () => {
      const before = await world.host.pluginConfig();
      const masked = {OAuthClientSecret: '********************************', ZoomWebhookSecret: '****'};
      expect((await checks(masked)).get('token')?.state).toBe('works');
      const wrong = await checks({...masked, AccountID: 'wrong'});
      expect(wrong.get('token')?.state).toBe('wrong');
      expect(wrong.get('you')).toMatchObject({
        state: 'unknown',
        text: 'Not tested: Zoom has to accept the credentials first.',
      });
      expect(await world.host.pluginConfig()).toEqual(before);
      expect((await world.type('/zoom start')).text).toContain('Your meeting is in the channel');
    });

    it('never sends a stored secret to an address that was only typed', async () => {
      const before = world.zoom.requests.length;
      const found = await checks({ZoomURL: `${world.zoom.url}/other`, OAuthClientSecret: '****'});
      expect(found.get('settings')).toMatchObject({
        state: 'wrong',
        settings: ['OAuthClientSecret'],
        text: expect.stringContaining('**Client Secret** has to be entered again'),
      });
      expect(found.get('token')?.state).toBe('unknown');
      expect(world.zoom.requests.length).toBe(before);
    });

    it.each([
      ['nothing', ''],
      ['no JSON', '{'],
      ['a list', '[]'],
      ['other types', '{"settings":{"AccountID":[1]}}'],
    ])('answers 400 to %s, in words', async (_what, body) => {
      const answer = await world.host.http({
        method: 'POST',
        path: '/api/v1/admin/test',
        headers: {'Content-Type': 'application/json'},
        body,
        userId: ADMIN,
      });
      expect(answer.status).toBe(400);
      expect(json(answer)).toMatchObject({code: 'bad_request'});
    });

    it('C-02 no secret is in any answer or log line but the webhook address, which must be copied', async () => {
      const before = await world.host.pluginConfig();
      await world.host.setPluginConfig({...before, PreviousEncryptionKeys: 'canary-former, canary-older'});
      const stored = lowerCaseNames(await world.host.pluginConfig());
      const secrets = [
        'canary-former',
        'canary-older',
        world.zoom.account.clientSecret,
        world.zoom.account.secretToken,
        String(stored['encryptionkey']),
        'canary-guessed',
      ];
      const webhookSecret = await world.addressSecret();
      const tests = [
        await test({}, ADMIN),
        await test({OAuthClientSecret: 'canary-guessed', ConnectionMode: 'canary-guessed'}, ADMIN),
        await test({OAuthClientSecret: {nested: 'canary-guessed'}}, ADMIN),
        await test({ZoomURL: 'https://canary-guessed:x@zoom.us'}, ADMIN),
      ].map(({body}) => body.toString());
      const doctor = (await world.type('/zoom doctor', {userId: ADMIN})).text;
      const page = (await setup(ADMIN)).body.toString();
      const logs = JSON.stringify(await world.host.logs());
      for (const secret of secrets) {
        for (const text of [...tests, doctor, page, logs]) expect(text).not.toContain(secret);
      }
      for (const text of [...tests, doctor, logs]) expect(text).not.toContain(webhookSecret);
    });

    it('/zoom doctor prints the same list to administrators, and one sentence to others', async () => {
      const {text} = await world.type('/zoom doctor', {userId: ADMIN});
      const listed = [...(await checks()).values()];
      for (const {title, text: sentence} of listed) expect(text).toContain(`**${title}** ${sentence}`);
      expect((await world.type('/zoom doctor')).text).toBe(
        'Only system administrators can check how Zoom is set up. Ask yours to type `/zoom doctor`.',
      );
    });

    it('C-01 nothing set: every step says what it waits for', async () => {
      await world.host.setPluginConfig({});
      const found = await checks();
      expect(found.get('settings')).toMatchObject({
        state: 'unset',
        settings: expect.arrayContaining(['AccountID']),
      });
      expect(new Set(states(found))).toEqual(new Set(['unset']));
      expect((await world.type('/zoom start', {userId: ADMIN})).text).toContain(
        'or type `/zoom doctor` for a full check.',
      );
      const typed = await checks({...connectedTo(world.zoom)});
      expect(typed.get('you')?.state).toBe('works');
    });
  },
  {needs: ['sessions']},
);

onEachHost(
  'Before the first meeting, the admin page',
  ({start, pluginDir}) => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld({start, pluginDir: pluginDir()});
      world.zoom.addUser({email: 'admin@example.com'});
    });
    afterEach(() => world.close());

    it('turns green from the settings to the first webhook', async () => {
      expect(states(await testSetup(world))).toEqual([
        'works',
        'works',
        'works',
        'works',
        'missing',
        'works',
        'works',
      ]);
      await world.type('/zoom start');
      const missed = (await testSetup(world)).get('webhook');
      expect(missed).toMatchObject({state: 'wrong', text: expect.stringContaining('no webhook has arrived')});
      const number = world.zoom.meetings[0]?.number ?? 0;
      world.zoom.startMeeting(number);
      await world.zoom.webhooksSettled();
      expect((await testSetup(world)).get('webhook')?.text).toContain('add the event **End Meeting**');
      world.zoom.endMeeting(number);
      await world.zoom.webhooksSettled();
      expect(states(await testSetup(world))).toEqual(Array(7).fill('works'));
      await world.host.setServerConfig({ServiceSettings: {SiteURL: ''}});
      expect((await testSetup(world)).get('site_url')?.text).toContain('Mattermost has no Site URL.');
    });

    it('C-02 the support packet tells how it is set up, with neither secrets nor addresses nor ids', async () => {
      await world.type('/zoom start');
      const files = await world.host.supportData();
      expect(files.map(({name}) => name)).toEqual(['zoom/diagnostics.yaml', 'zoom/metrics.txt']);
      const [diagnostics = '', numbers = ''] = files.map(({text}) => text);
      expect(JSON.parse(diagnostics)).toMatchObject({
        connection: {mode: 'server_to_server', configured: true, problems: []},
        webhooks: {
          secret_token_set: true,
          last_accepted: null,
          last_validation: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        },
        work_given_up: [],
        site: {url_fit_for_webhooks: true},
      });
      const {id, clientId, clientSecret, secretToken} = world.zoom.account;
      const {encryptionkey} = lowerCaseNames(await world.host.pluginConfig());
      const address = await world.addressSecret();
      for (const secret of [id, clientId, clientSecret, secretToken, address, encryptionkey, '@']) {
        expect(diagnostics).not.toContain(secret);
        expect(numbers).not.toContain(secret);
      }
      // As Mattermost's own listener for metrics shows them.
      const types = (text: string): string[] => text.match(/^# TYPE .*$/gm) ?? [];
      expect(types(numbers).length).toBeGreaterThan(0);
      expect(types(numbers)).toEqual(types(await world.host.metrics()));
    });
  },
  {needs: ['sessions']},
);
