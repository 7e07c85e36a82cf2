import {afterAll, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import {
  answerInZoom,
  beginConnect,
  comeBack,
  consentedBy,
  createConsentWorld,
  emailOf,
  ticketFor,
} from '../support/connect-as.js';
import {onEachHost} from '../support/on-each-host.js';
import type {PluginConfig, Seed} from '../support/plugin-host.js';
import type {World} from '../support/world.js';

const CONNECT = '/plugins/zoom/oauth2/connect';
const COMPLETE = '/plugins/zoom/oauth2/complete';

/** Around the way to Zoom: pages, limits, settings. The way itself is in attack/connect and attack/service-connect. */
onEachHost('The way to Zoom', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createConsentWorld('user', {
      start,
      pluginDir: pluginDir(),
      subscribe: false,
    });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });

  const rows = async (): Promise<readonly string[]> =>
    [...(await world.host.kv()).keys()]
      .filter((key) => /^(oauth_state|connect_code|grant)_/.test(key))
      .sort();

  it('is pages that nobody stores, frames or scripts, and that tell no other site where somebody was', async () => {
    const {browser} = await beginConnect(world, world.ana);
    const addresses = capabilities.sessions ? [COMPLETE] : [COMPLETE, await ticketFor(world, world.ana)];
    for (const address of addresses) {
      const {headers, text} = await browser.get(address);
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-[^ ]+'; /),
        'content-type': 'text/html; charset=utf-8',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'; base-uri 'none'");
      expect(text).not.toMatch(/<script|<img|<link|src=|href=|style="/);
    }
  });

  it('is begun ten times in a minute by one person, who is told then when to try again', async () => {
    const answers = [];
    const ticket = capabilities.sessions ? '' : await ticketFor(world, world.ana);
    const browser = world.browser({as: capabilities.sessions ? world.ana : undefined});
    for (let time = 0; time < 11; time += 1) {
      answers.push(await (capabilities.sessions ? browser.get(CONNECT) : browser.post(ticket, {})));
    }
    expect(answers.map(({status}) => status)).toEqual([...Array<number>(10).fill(303), 429]);
    const last = answers.at(-1);
    expect(last?.text).toContain('many times in a short time');
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    await beginConnect(world, world.ben);
  });

  if (!capabilities.sessions) {
    it.each<readonly [string, (userId: string) => Seed]>([
      ['a guest', (id) => ({users: [{id, roles: 'system_guest'}]})],
      ['deactivated', (id) => ({users: [{id, delete_at: 1}]})],
    ])('A-01 is closed to a ticket whose person has become %s', async (_what, change) => {
      const ticket = await ticketFor(world, world.ana);
      await world.host.seed(change(world.ana));
      const before = await rows();
      const browser = world.browser();
      const answers = [await browser.get(ticket), await browser.post(ticket, {})];
      expect(answers.map(({status}) => status)).toEqual([403, 403]);
      expect([await rows(), browser.cookies(COMPLETE)]).toEqual([before, '']);
    });
  }

  describe('C-01 is closed', () => {
    const lacking: readonly (readonly [string, PluginConfig])[] = [
      ['the Client Secret', {OAuthClientSecret: '  '}],
      ['people’s consent, which another mode asks nobody for', {ConnectionMode: 'server_to_server'}],
    ];
    it.each(lacking)(
      'where the settings lack %s, for those who have begun, too',
      async (_what, changes) => {
        const journey = await beginConnect(world, world.ana);
        const back = await answerInZoom(journey, emailOf(world, 'ana'));
        const before = await rows();
        await world.host.setPluginConfig({...consentedBy('user')(world.zoom), ...changes});
        try {
          expect((await world.type('/zoom connect')).text).not.toContain(CONNECT);
          const page = await comeBack(journey.browser, back);
          expect([page.status, page.text]).toEqual([400, expect.stringContaining('Zoom was not connected')]);
          if (capabilities.sessions) {
            const {status, location} = await world.browser({as: world.ana}).get(CONNECT);
            expect([status, location]).toEqual([404, undefined]);
          }
          expect(await rows()).toEqual(before);
          expect(world.zoom.requests.filter(({route}) => route === 'token')).toEqual([]);
        } finally {
          await world.host.setPluginConfig(consentedBy('user')(world.zoom));
        }
      },
      60_000,
    );
  });
});
