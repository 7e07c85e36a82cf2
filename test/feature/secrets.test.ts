import {createHmac} from 'node:crypto';
import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {lowerCaseNames} from '../../server/lib/lower-case-names.js';
import {onEachHost} from '../support/on-each-host.js';
import {postWebhook} from '../support/post-webhook.js';
import {ADMIN, ANA, connectedTo, createWorld, type World} from '../support/world.js';

const EVENT = {event: 'meeting.sharing_started'};
let world: World;

const addressOf = (secret: string): string =>
  `${world.host.routesUrl}/webhook?secret=${encodeURIComponent(secret)}`;
const deliver = (secret: string, token = world.zoom.account.secretToken): Promise<number> =>
  postWebhook(addressOf(secret), token, EVENT);
const save = async (changes: Record<string, unknown>): Promise<void> =>
  world.host.setPluginConfig({...(await world.host.pluginConfig()), ...changes});

onEachHost('Secrets', ({start, pluginDir}) => {
  beforeEach(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  });
  afterEach(() => world.close());

  it('C-01 settings that are saved without a Webhook Secret leave the address as it is', async () => {
    const made = await world.addressSecret();
    await world.host.setPluginConfig({...connectedTo(world.zoom), WebhookSecret: ''});
    expect(await world.addressSecret()).toBe(made);
    expect(await deliver(made)).toBe(204);
    await world.host.setPluginConfig({...connectedTo(world.zoom), WebhookSecret: 'given'});
    expect([await deliver('given'), await deliver(made)]).toEqual([204, 401]);
    await world.host.setPluginConfig(connectedTo(world.zoom));
    expect([await deliver('given'), await deliver(made)]).toEqual([204, 401]);
  });

  it('the address outlives the process', async () => {
    const made = await world.addressSecret();
    await world.host.deactivate();
    await world.host.activate();
    expect(await deliver(made)).toBe(204);
  });

  it('W-31 a change that nobody has announced ends the former secrets at once', async () => {
    const made = await world.addressSecret();
    await world.host.setPluginConfig({
      ...connectedTo(world.zoom),
      WebhookSecret: 'b',
      ZoomWebhookSecret: 'u',
    });
    expect(await deliver('b', 'u')).toBe(204);
    expect(await deliver(made, 'u')).toBe(401);
    expect(await deliver('b')).toBe(401);
  });
});

onEachHost(
  'Secrets that an administrator replaces',
  ({start, pluginDir}) => {
    /** A new address and a new token for each test. */
    let [b, u] = ['', ''];
    let tests = 0;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    }, 60_000);
    beforeEach(async () => {
      tests += 1;
      [b, u] = [`b${tests}`, `u${tests}`];
      // A change that nobody has announced, which ends what the test before has left.
      await world.host.setPluginConfig({...connectedTo(world.zoom), WebhookSecret: `a${tests}`});
    });
    afterAll(() => world.close());
    const say = async (body: object, userId = ADMIN) => {
      const answer = await world.host.http({
        method: 'POST',
        path: '/api/v1/admin/webhook-secret',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify(body),
        userId,
      });
      return {status: answer.status, json: JSON.parse(answer.body.toString()) as Record<string, unknown>};
    };
    const setup = async (): Promise<Record<string, unknown>> => {
      const answer = await world.host.http({path: '/api/v1/admin/setup', userId: ADMIN});
      return JSON.parse(answer.body.toString()) as Record<string, unknown>;
    };
    const replaced = {because: 'replaced'} as const;

    it('W-31 the former address is good until the first event comes to the new one', async () => {
      const made = await world.addressSecret();
      const {json} = await say({setting: 'WebhookSecret', value: b, ...replaced});
      expect(json['until']).toBeGreaterThan(Date.now() + 23 * 3_600_000);
      await save({WebhookSecret: b});
      expect(await deliver(made)).toBe(204);
      expect((await setup())['former_address_until']).toBeGreaterThan(Date.now() + 23 * 3_600_000);
      expect((await world.zoom.subscribe({url: addressOf(b)})).valid).toBe(true);
      expect(await deliver(made)).toBe(204);
      expect(await deliver(b)).toBe(204);
      expect(await deliver(made)).toBe(401);
      expect(await setup()).not.toHaveProperty('former_address_until');
    });

    it('W-31 the former secret token is good until the first event is signed with the new one', async () => {
      const [made, token] = [await world.addressSecret(), world.zoom.account.secretToken];
      await say({setting: 'ZoomWebhookSecret', value: u, ...replaced});
      await save({ZoomWebhookSecret: u});
      expect((await setup())['former_token_until']).toBeGreaterThan(Date.now() + 23 * 3_600_000);
      const rows = [...(await world.host.kv()).values()].join('\n');
      expect(rows).not.toContain(token);
      expect(await deliver(made, token)).toBe(204);
      expect(await deliver(made, 'neither')).toBe(401);
      expect(await deliver(made, u)).toBe(204);
      expect(await deliver(made, token)).toBe(401);
    });

    it('W-11 W-31 a challenge is answered with the token that it was signed with', async () => {
      const [made, former] = [await world.addressSecret(), world.zoom.account.secretToken];
      await say({setting: 'ZoomWebhookSecret', value: u, ...replaced});
      await save({ZoomWebhookSecret: u});
      const plainToken = 'qgg8vlvZRS6UYooatFL8Aw';
      const challenge = JSON.stringify({event: 'endpoint.url_validation', payload: {plainToken}});
      for (const token of [former, u, former]) {
        const timestamp = String(Math.floor(Date.now() / 1000));
        const signed = (text: string): string => createHmac('sha256', token).update(text).digest('hex');
        const answer = await world.host.http({
          method: 'POST',
          path: `/webhook?secret=${made}`,
          headers: {
            'Content-Type': 'application/json',
            'x-zm-request-timestamp': timestamp,
            'x-zm-signature': `v0=${signed(`v0:${timestamp}:${challenge}`)}`,
          },
          body: challenge,
        });
        expect(JSON.parse(answer.body.toString())).toEqual({plainToken, encryptedToken: signed(plainToken)});
      }
    });

    it('W-31 a former secret outlives the process', async () => {
      const [made, token] = [await world.addressSecret(), world.zoom.account.secretToken];
      await say({setting: 'WebhookSecret', value: b, ...replaced});
      await say({setting: 'ZoomWebhookSecret', value: u, ...replaced});
      await save({WebhookSecret: b, ZoomWebhookSecret: u});
      await world.host.deactivate();
      await world.host.activate();
      expect(await deliver(made, token)).toBe(204);
    });

    it('W-30 a token that is cleared ends its former one, too', async () => {
      const [made, token] = [await world.addressSecret(), world.zoom.account.secretToken];
      await say({setting: 'ZoomWebhookSecret', value: u, ...replaced});
      await save({ZoomWebhookSecret: u});
      await save({ZoomWebhookSecret: ''});
      expect([await deliver(made, token), await deliver(made, u)]).toEqual([503, 503]);
      await save({ZoomWebhookSecret: u});
      expect(await deliver(made, token)).toBe(401);
    });

    it('W-31 no former address is good where no signature is checked', async () => {
      const made = await world.addressSecret();
      await say({setting: 'WebhookSecret', value: b, ...replaced});
      const {apiKey, apiSecret} = world.zoom.account;
      await save({
        WebhookSecret: b,
        ConnectionMode: 'jwt',
        APIKey: apiKey,
        APISecret: apiSecret,
        ZoomWebhookSecret: '',
      });
      expect([await deliver(b), await deliver(made)]).toEqual([204, 401]);
      expect((await say({setting: 'WebhookSecret', value: 'c'})).json).toEqual({});
    });

    it('W-31 a secret that leaked ends when the new one is saved, whatever was said before', async () => {
      const made = await world.addressSecret();
      await say({setting: 'WebhookSecret', value: b, ...replaced});
      await say({setting: 'WebhookSecret', value: b, because: 'leaked'});
      await save({WebhookSecret: b});
      expect([await deliver(made), await deliver(b)]).toEqual([401, 204]);
    });

    it('only administrators are asked, about another secret than the one in force', async () => {
      const made = await world.addressSecret();
      expect((await say({setting: 'WebhookSecret', value: b}, ANA)).status).toBe(403);
      expect((await say({setting: 'WebhookSecret', value: made})).json).toEqual({});
      expect((await say({setting: 'WebhookSecret', value: b})).json).toEqual({until: expect.any(Number)});
      for (const body of [
        {},
        {setting: 'EncryptionKey', value: 'x'},
        {setting: 'WebhookSecret', value: ' '},
      ]) {
        expect((await say(body)).status).toBe(400);
      }
    });

    it('C-01 an Encryption Key that a page saves empty is put back, and buttons go on working', async () => {
      const {encryptionkey} = lowerCaseNames(await world.host.pluginConfig());
      await save({encryptionkey: ''});
      expect(lowerCaseNames(await world.host.pluginConfig())['encryptionkey']).toBe(encryptionkey);
      expect(encryptionkey).toMatch(/^[\w-]{32}$/);
    });
  },
  {needs: ['sessions', 'settingsPage']},
);

onEachHost(
  'Secrets of an upgraded service',
  ({start, pluginDir}) => {
    it('are those that the version before made, whose row is read', async () => {
      world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
      try {
        const row = JSON.stringify({WebhookSecret: 'made by 3.0.0', EncryptionKey: 'k'});
        await world.host.seed({kv: {generated_settings: row}});
        await world.host.deactivate();
        await world.host.activate();
        expect(await deliver('made by 3.0.0')).toBe(204);
      } finally {
        await world.close();
      }
    });
  },
  {lacks: ['settingsPage']},
);
