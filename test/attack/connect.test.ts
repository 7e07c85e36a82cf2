import {afterAll, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Fault} from '../../sandbox/zoom/faults/fault.js';
import {
  answerInZoom,
  beginConnect,
  comeBack,
  connect,
  createConsentWorld,
  emailOf,
} from '../support/connect-as.js';
import {onEachHost} from '../support/on-each-host.js';
import type {World} from '../support/world.js';

const COMPLETE = '/plugins/zoom/oauth2/complete';

onEachHost('Coming back from Zoom', ({start, pluginDir, capabilities}) => {
  let world: World;
  let email: string;
  beforeAll(async () => {
    world = await createConsentWorld('user', {
      start,
      pluginDir: pluginDir(),
      subscribe: false,
    });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.zoom.liftFaults();
    world = await world.anew();
    email = emailOf(world, 'ana');
  });

  const exchanges = (): number => world.zoom.requests.filter(({route}) => route === 'token').length;
  const grants = async (): Promise<string[]> =>
    [...(await world.host.kv()).keys()].filter((key) => /^(grant|connect_code)_/.test(key));
  /** But for what the plugin does by itself meanwhile. */
  const rows = async (): Promise<string[]> =>
    [...(await world.host.kv()).keys()].filter((key) => !key.startsWith('jobs_'));
  /** Nothing that could have been tried with Zoom was, and nothing is kept. */
  const expectNothing = async (): Promise<void> => {
    expect(exchanges()).toBe(0);
    expect((await grants()).filter((key) => key.endsWith(world.ana) || key.endsWith(world.ben))).toEqual([]);
  };

  it('O-01 is a page and nothing else without a state, with one that is none, or with several', async () => {
    const before = await rows();
    const browser = world.browser({as: capabilities.sessions ? world.ana : undefined});
    const state = 's'.repeat(43);
    for (const query of [
      '',
      '?code=abc',
      `?code=abc&state=${state}`,
      `?code=abc&state=${state}&state=${state}`,
      '?state[a]=b&code=c',
      '?error=%3Cscript%3Ealert(1)%3C/script%3E&error_description=%3Cscript%3E',
      `?state=${encodeURIComponent('../grant_account')}&code=c`,
    ]) {
      const {status, text} = await comeBack(browser, `${COMPLETE}${query}`);
      expect([status, text]).toEqual([400, expect.stringContaining('Zoom was not connected')]);
      expect(text).not.toMatch(/<script|alert|abc/);
    }
    expect(await rows()).toEqual(before);
    await expectNothing();
  });

  it('O-03 counts once, however often and however fast it is done', async () => {
    const journey = await beginConnect(world, world.ana);
    const back = await answerInZoom(journey, email);
    const answers = await Promise.all([1, 2, 3].map(() => comeBack(journey.browser, back)));
    const later = await comeBack(journey.browser, back);
    const statuses = [...answers, later].map(({status}) => status).sort((a, b) => a - b);
    expect(statuses).toEqual([200, 400, 400, 400]);
    expect(exchanges()).toBe(capabilities.sessions ? 1 : 0);
  });

  it('O-04 counts no more under other settings', async () => {
    const journey = await beginConnect(world, world.ana);
    const back = await answerInZoom(journey, email);
    const settings = await world.host.pluginConfig();
    await world.host.setPluginConfig({...settings, oauthclientid: 'another-app'});
    const {status, text} = await comeBack(journey.browser, back);
    expect([status, text]).toEqual([
      400,
      expect.stringContaining('The settings of this server were changed'),
    ]);
    await world.host.setPluginConfig(settings);
    expect((await comeBack(journey.browser, back)).status).toBe(400);
    await expectNothing();
  });

  it('C-11 counts in the browser alone that it began in', async () => {
    const journey = await beginConnect(world, world.ana);
    const back = await answerInZoom(journey, email);
    const other = world.browser({as: capabilities.sessions ? world.ana : undefined});
    const {status, text} = await comeBack(other, back);
    expect([status, text]).toEqual([403, expect.stringContaining('in another browser')]);
    expect((await comeBack(journey.browser, back)).status).toBe(400);
    await expectNothing();
  });

  if (capabilities.sessions) {
    it('O-02 is refused to somebody else, who may have been sent the link, and is used up then', async () => {
      const journey = await beginConnect(world, world.ana);
      const back = await answerInZoom(journey, emailOf(world, 'ben'));
      journey.browser.signIn(world.ben);
      const {status, text} = await comeBack(journey.browser, back);
      expect([status, text]).toEqual([403, expect.stringContaining('Somebody else began this')]);
      journey.browser.signIn(world.ana);
      expect((await comeBack(journey.browser, back)).status).toBe(400);
      await expectNothing();
    });

    it('O-05 is refused without a session', async () => {
      const journey = await beginConnect(world, world.ana);
      const back = await answerInZoom(journey, email);
      journey.browser.signOut();
      const {status, text} = await comeBack(journey.browser, back);
      expect([status, text]).toEqual([401, expect.stringContaining('You are not signed in to Mattermost')]);
      await expectNothing();
    });

    it('O-19 leads an image on a foreign page to Zoom, and connects nobody', async () => {
      const browser = world.browser({as: world.ana});
      const {status, location} = await browser.get('/plugins/zoom/oauth2/connect', {
        isCrossSite: true,
        headers: {'Sec-Fetch-Dest': 'image', 'Sec-Fetch-Mode': 'no-cors'},
      });
      expect([status, new URL(location ?? '').origin]).toEqual([303, new URL(world.zoom.url).origin]);
      await expectNothing();
    });

    it('leads who is not signed in to Mattermost’s login, and no further than back here', async () => {
      const {status, location} = await world.browser().get('/plugins/zoom/oauth2/connect?redirect_to=//evil');
      expect([status, location]).toEqual([303, `${world.host.siteUrl}/login?redirect_to=/plug/zoom/connect`]);
    });
  }

  it('says that its person has declined, and hides what Zoom has said instead of an answer', async () => {
    const declined = await beginConnect(world, world.ana);
    const back = await answerInZoom(declined, email, false);
    const {status, text} = await comeBack(declined.browser, back);
    expect([status, text]).toEqual([403, expect.stringContaining('You have not agreed in Zoom')]);
    for (const answer of [
      'error=server_error%3Cb%3E',
      'error=access_denied&code=abc',
      'code=',
      `code=${'%00'}`,
    ]) {
      const journey = await beginConnect(world, world.ana);
      const state = new URL(journey.zoom).searchParams.get('state') ?? '';
      const odd = await comeBack(journey.browser, `${COMPLETE}?state=${state}&${answer}`);
      expect([odd.status, odd.text]).toEqual([400, expect.stringContaining('sent your browser back')]);
      expect(odd.text).not.toMatch(/server_error|access_denied|abc/);
    }
    await expectNothing();
  });

  describe('O-07', () => {
    const refused = (status: number, body: object): Fault => ({kind: 'answer', status, body});
    it.each<readonly [string, Fault, string]>([
      [
        'a code that has run out',
        refused(400, {code: 4733, reason: 'canary', error: 'invalid_grant'}),
        'no longer accepted its answer',
      ],
      [
        'a code that is none',
        refused(400, {code: 4734, reason: 'canary', error: 'invalid_grant'}),
        'no longer accepted its answer',
      ],
      [
        'a wrong secret',
        refused(401, {reason: 'canary', error: 'invalid_client'}),
        'does not accept the Client ID',
      ],
      [
        'another kind of app',
        refused(400, {code: 4705, reason: 'canary'}),
        'of a kind to which nobody can connect',
      ],
      [
        'another address',
        refused(400, {code: 4709, reason: 'canary'}),
        'does not know the address of this server',
      ],
      ['an app that is switched off', refused(400, {code: 4717, reason: 'canary'}), 'switched off in Zoom'],
      [
        'what nobody knows',
        refused(400, {code: 4799, reason: 'canary', error: 'canary'}),
        'Zoom refused this server',
      ],
      ['an outage of Zoom', refused(500, {message: 'canary'}), 'could not be asked just now'],
      ['an answer that is cut off', {kind: 'reset'}, 'could not be asked just now'],
      ['no refresh token', {kind: 'change', without: ['refresh_token']}, 'could not be asked just now'],
      ['another type of token', {kind: 'change', fields: {token_type: 'mac'}}, 'could not be asked just now'],
    ])('says in words of ours what %s means, and where the log has more', async (_name, fault, words) => {
      world.zoom.fault({route: 'token', grant: 'authorization_code', fault});
      const {said} = await connect(world, world.ana, email);
      expect(said).toContain(words);
      expect(said).not.toContain('canary');
      const [, id = 'none'] = /under ([0-9a-f]{8})\./.exec(said) ?? [];
      const lines = (await world.host.logs()).map((line) => JSON.stringify(line));
      expect(lines.filter((line) => line.includes(id))).toHaveLength(1);
      expect((await grants()).filter((key) => key === `grant_${world.ana}`)).toEqual([]);
    });
  });

  it('names what Zoom did not grant, and takes nothing that reaches further than its person', async () => {
    const granted = (scope: string) =>
      ({route: 'token', grant: 'authorization_code', fault: {kind: 'change', fields: {scope}}}) as const;
    world.zoom.fault(granted('user:read:user meeting:read:meeting'));
    expect((await connect(world, world.ana, email)).said).toContain(
      'meeting:write:meeting, meeting:read:past_meeting',
    );
    world.zoom.fault(granted(''));
    expect((await connect(world, world.ana, email)).said).toContain('user:read:user');
    world.zoom.fault(granted([...world.zoom.account.scopes, 'canary:read:all:admin'].join(' ')));
    const {said} = await connect(world, world.ana, email);
    expect(said).toContain('Zoom granted more than this connection may have');
    expect(said).not.toContain('canary');
    expect(await grants()).not.toContain(`grant_${world.ana}`);
    await world.zoom.waitForRequest(({route}) => route === 'revoke');
  });

  it('O-10 refuses a Zoom user who is somebody else’s, and names nobody', async () => {
    expect((await connect(world, world.ben, emailOf(world, 'ben'))).said).toContain('connected');
    const before = await rowsOf(world.ben);
    const {said} = await connect(world, world.ana, emailOf(world, 'ben'));
    expect(said).toContain('is connected to another person on this server');
    expect(said).not.toContain('@example.com');
    expect(await rowsOf(world.ben)).toEqual(before);
    expect(await grants()).not.toContain(`grant_${world.ana}`);
  });
  const rowsOf = async (userId: string): Promise<string[]> =>
    [...(await world.host.kv())]
      .filter(
        ([key, value]) =>
          key === `grant_${userId}` || (key.startsWith('zoom_user_') && value.includes(userId)),
      )
      .map(([key, value]) => `${key} ${value.toString()}`)
      .sort();

  it.each([
    ['a guest', {roles: 'system_guest'}, 'Guests cannot connect'],
    ['deactivated', {delete_at: 1}, 'deactivated'],
  ])('is refused to somebody who has become %s meanwhile', async (_what, change, words) => {
    const journey = await beginConnect(world, world.ana);
    const back = await answerInZoom(journey, email);
    await world.host.seed({users: [{id: world.ana, ...change}]});
    const page = await comeBack(journey.browser, back);
    if (capabilities.sessions)
      expect([page.status, page.text]).toEqual([403, expect.stringContaining(words)]);
    expect(await grants()).not.toContain(`grant_${world.ana}`);
    expect(exchanges()).toBe(0);
  });

  it('writes down who tried what, with a code and nothing that Zoom has said', async () => {
    const journey = await beginConnect(world, world.ana);
    await comeBack(journey.browser, await answerInZoom(journey, email, false));
    await connect(world, world.ana, email);
    const audits = (await world.host.logs())
      .map((line) => JSON.stringify(line))
      .filter((line) => line.includes('Audit') && line.includes(world.ana));
    expect(audits).toEqual([
      expect.stringMatching(/attempt-refused.*declined|declined.*attempt-refused/),
      expect.stringMatching(/event\W+connect\b/),
    ]);
    expect(audits.join()).not.toMatch(/@example|canary/);
  });
});
