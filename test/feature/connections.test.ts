import {afterAll, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Fault} from '../../sandbox/zoom/faults/fault.js';
import {admitConsent, connect, consentedBy, emailOf} from '../support/connect-as.js';
import {onAnyHost} from '../support/on-each-host.js';
import {createWorld, type World} from '../support/world.js';

/** What becomes of a connection once it is there. How it is made is in feature/connect and attack/connect. */
onAnyHost('A connection of one’s own', ({start, pluginDir}) => {
  let world: World;
  let email: string;
  beforeAll(async () => {
    world = await createWorld({
      start,
      pluginDir: pluginDir(),
      settings: consentedBy('user'),
      subscribe: false,
    });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.zoom.liftFaults();
    world.zoom.changeAccount({isPreApproved: true});
    admitConsent(world, 'user');
    world = await world.anew();
    email = emailOf(world, 'ana');
    await connect(world, world.ana, email);
    world.zoom.expireAccessTokens();
  });

  const refreshes = (): number => world.zoom.requests.filter(({grant}) => grant === 'refresh_token').length;
  const startMeeting = async (): Promise<string> => (await world.type('/zoom start')).text;
  const refuse = (body: object, status = 400): Fault => ({kind: 'answer', status, body});
  const spoil = (fault: Fault, times = 1): void =>
    world.zoom.fault({route: 'token', grant: 'refresh_token', fault, times});

  describe('that Zoom does not renew any more', () => {
    type End = () => unknown;
    const says =
      (reason: string, error = 'invalid_grant'): End =>
      () =>
        spoil(refuse({reason, error}));
    const numbered =
      (code: number): End =>
      () =>
        spoil(refuse({code, message: 'canary', reason: 'canary'}));
    const REVOKED = 'Zoom no longer accepts the connection of your account';
    const GONE = 'you are no longer in the Zoom account';
    const DISABLED = 'has switched this app off for you';
    it.each<readonly [string, End, string]>([
      ['was taken back there', () => world.zoom.revokeConsent(email), REVOKED],
      ['is another user’s by now', () => world.zoom.issueTokens(email), REVOKED],
      ['has lost its owner', () => world.zoom.removeUser(email), GONE],
      [
        'was switched off by an administrator',
        () => world.zoom.changeAccount({isPreApproved: false}),
        DISABLED,
      ],
      ['has the number 4741', numbered(4741), REVOKED],
      ['is an invalid token', says('Invalid Token!', 'invalid_request'), REVOKED],
      ['is an invalid grant, without a word', () => spoil(refuse({error: 'invalid_grant'})), REVOKED],
    ])('is over: it %s', async (_what, end, words) => {
      end();
      const first = await startMeeting();
      expect(first).toContain(words);
      expect(first).not.toContain('canary');
      expect([refreshes(), world.zoom.meetings.length]).toEqual([1, 0]);
      // Zoom is not asked a second time, and nobody is told twice.
      expect(await startMeeting()).toContain(words);
      expect(refreshes()).toBe(1);
    });

    it('is told once by direct message, and can be made anew', async () => {
      world.zoom.revokeConsent(email);
      const now = (await world.host.posts()).length;
      for (const _time of [1, 2]) await startMeeting();
      const said = (await world.host.posts()).slice(now).filter(({message}) => message.includes(REVOKED));
      expect(said).toHaveLength(1);
      await connect(world, world.ana, email);
      await world.cardWhen(() => true);
    });
  });

  describe('O-14 while Zoom does not answer as it should', () => {
    it.each<readonly [string, Fault, string]>([
      ['too many requests', refuse({code: 429, message: 'canary'}, 429), 'Zoom'],
      ['an error of its own', refuse({message: 'canary'}, 503), 'Zoom is having problems right now'],
      ['no answer', {kind: 'reset'}, 'This server cannot reach Zoom right now. Nothing was created.'],
      ['a page', {kind: 'not-json'}, 'could not be understood'],
      ['a way to elsewhere', {kind: 'redirect', location: 'http://127.0.0.1:9/'}, 'could not be understood'],
      ['wrong credentials', refuse({error: 'invalid_client', reason: 'canary'}), 'Zoom refused this server'],
      ['an app that is off', refuse({code: 4717, reason: 'canary'}), 'Zoom refused this server'],
      ['another kind of app', refuse({error: 'unsupported_grant_type'}), 'Zoom refused this server'],
      [
        'what nobody knows',
        refuse({code: 4799, error: 'canary', reason: 'canary'}),
        'Zoom refused this server',
      ],
    ])('it stays, and works when Zoom does: %s', async (_what, fault, words) => {
      spoil(fault, 9);
      const said = await startMeeting();
      expect(said).toContain(words);
      expect(said).not.toContain('canary');
      world.zoom.liftFaults();
      await startMeeting();
      await world.card();
      expect(world.zoom.consents.filter(({userId}) => userId === userOf(email))).toHaveLength(1);
    });
  });
  const userOf = (address: string): string =>
    world.zoom.users.find((user) => user.email === address)?.id ?? '';

  it.each<readonly [string, Fault]>([
    ['no refresh token', {kind: 'change', without: ['refresh_token']}],
    ['a lifetime of -1', {kind: 'change', fields: {expires_in: -1}}],
    ['no lifetime', {kind: 'change', without: ['expires_in']}],
    ['a lifetime of a year', {kind: 'change', fields: {expires_in: 31_536_000}}],
    ['no scopes', {kind: 'change', without: ['scope']}],
    ['scopes that are a list', {kind: 'change', fields: {scope: ['meeting:write:meeting']}}],
  ])('is good after an answer with %s: what Zoom gave is all that there is', async (_what, fault) => {
    spoil(fault);
    await startMeeting();
    await world.card();
    expect(refreshes()).toBe(1);
  });

  it('O-15 is asked for once after a process that died with Zoom’s answer in its hands, and made by the next try', async () => {
    const {host, zoom, ana, ben} = world;
    spoil({kind: 'hang', afterwards: true});
    zoom.fault({route: 'token', grant: 'authorization_code', fault: {kind: 'hang', afterwards: true}});
    const lost = [startMeeting(), connect(world, ben, emailOf(world, 'ben'))].map((work) =>
      work.catch(() => 'nothing'),
    );
    for (const grant of ['refresh_token', 'authorization_code']) {
      await zoom.waitForRequest((request) => request.grant === grant && request.status === undefined);
    }
    await host.killPlugin();
    await Promise.all(lost);
    // Its time is over by the time somebody tries again.
    const lease = `lease_refresh_${ana}`;
    expect((await host.kv()).has(lease)).toBe(true);
    await host.seed({kv: {[lease]: JSON.stringify({by: 'nobody', until: 0})}});
    await host.checkHealth();
    const posts = (await host.posts()).length;
    for (const _time of [1, 2]) expect(await startMeeting()).toContain('please connect it again');
    const said = (await host.posts())
      .slice(posts)
      .filter(({message}) => message.includes('connect it again'));
    expect([said.length, refreshes()]).toEqual([1, 2]);
    for (const [person, as] of [
      [ana, email],
      [ben, emailOf(world, 'ben')],
    ] as const) {
      expect((await connect(world, person, as)).said).toContain('connected');
    }
    await world.cardWhen(() => true);
  }, 60_000);

  it('O-17 outlives another encryption key where the former is kept, and is encrypted with the new one then', async () => {
    const {host, ana} = world;
    const settings = await host.pluginConfig();
    const row = async (): Promise<string> => String((await host.kv()).get(`grant_${ana}`));
    const former = await row();
    const key = String(
      Object.entries(settings).find(([name]) => name.toLowerCase() === 'encryptionkey')?.[1],
    );
    const withKey = (encryptionkey: string, previousencryptionkeys = '') =>
      host.setPluginConfig({...withoutKeys(settings), encryptionkey, previousencryptionkeys});
    await withKey('another key of 32 characters ...');
    expect(await startMeeting()).toContain('can no longer be decrypted on this server');
    await withKey('another key of 32 characters ...', key);
    await startMeeting();
    await world.card();
    expect(await row()).not.toBe(former);
    expect(world.zoom.consents.filter(({userId}) => userId === userOf(email))).toHaveLength(1);
    await host.setPluginConfig(settings);
  }, 60_000);
  const withoutKeys = (settings: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(settings).filter(([name]) => !/encryptionkey/i.test(name)));
});
