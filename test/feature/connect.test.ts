import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {beginConnect, connect, createConsentWorld, emailOf} from '../support/connect-as.js';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import {untilInZoom} from '../support/until-in-zoom.js';
import {waitFor} from '../support/wait-for.js';
import type {World} from '../support/world.js';

onEachHost('Connecting one’s own Zoom account', ({start, pluginDir, capabilities}) => {
  let world: World;
  let email: string;
  beforeAll(async () => {
    world = await createConsentWorld('user', {start, pluginDir: pluginDir()});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.zoom.liftFaults();
    world = await world.anew();
    email = emailOf(world, 'ana');
  });
  /** What the bot has said to Ana alone in the channel, the newest that fits. */
  const told = (words: RegExp): Promise<string> =>
    waitFor(world.host, async () =>
      (await world.host.ephemeralPosts())
        .filter(({userId, post}) => userId === world.ana && post.channel_id === world.channelId)
        .map(({post}) => post.message)
        .findLast((message) => words.test(message)),
    );
  const text = async (line: string): Promise<string> => (await world.type(line)).text;
  /** The answer to a command; what was shown before may not have been read yet. */
  const reply = async (line: string, words: RegExp): Promise<string> => {
    const answer = await text(line);
    return words.test(answer) ? answer : told(words);
  };
  /** What is left of it where it is over. */
  const grantOf = async (userId: string): Promise<string> =>
    (await world.host.kv()).get(`grant_${userId}`)?.toString() ?? '';
  const keys = async (): Promise<string[]> => [...(await world.host.kv()).keys()];

  it('starts the meeting that was asked for once its person is connected, in its thread, and says so there', async () => {
    const rootId = mattermostId('root');
    await world.host.seed({posts: [{id: rootId, channel_id: world.channelId, user_id: world.ana}]});
    const prompt = await world.type('/zoom start Weekly planning', {rootId});
    expect(prompt.text).toContain('To start meetings, connect your Zoom account once.');
    const {page, said} = await connect(world, world.ana, email);
    expect(page.status).toBe(200);
    expect(said).toContain(`connected ${capabilities.sessions ? '' : 'to Zoom '}as ${email}`);
    const card = await world.cardWhen(() => true);
    expect(card).toMatchObject({root_id: rootId, props: {meeting_topic: 'Weekly planning'}});
    if (capabilities.sessions) {
      expect(page.text).toContain('The meeting that you asked for is being started in Mattermost.');
      expect(await told(/^You are connected/)).toMatch(`You are connected to Zoom as ${email}.\n\n`);
    }
    expect((await world.cards()).length).toBe(1);
  });

  it('is offered where nothing else was asked for, says as whom, and starts nothing then', async () => {
    const offer = await text('/zoom connect');
    if (capabilities.sessions) {
      const link = `${world.host.siteUrl}/plugins/zoom/oauth2/connect`;
      expect(offer).toContain(`[Connect your Zoom account](${link})`);
    } else expect(offer).toBe('A direct message from the bot leads you to Zoom.');
    await connect(world, world.ana, email);
    expect(await reply('/zoom connect', / since /)).toContain(`connected to Zoom as ${email} since`);
    expect(await world.cards()).toEqual([]);
    await world.type('/zoom start Weekly planning');
    expect(world.zoom.meetings.map(({topic}) => topic)).toEqual(['Weekly planning']);
  });

  it('connects another Zoom user in place of the first, whose consent is given back to Zoom', async () => {
    await connect(world, world.ana, email);
    const first = world.zoom.consents.at(-1);
    await connect(world, world.ana, emailOf(world, 'ben'));
    await untilInZoom(world.zoom, () => first?.status === 'revoked');
    const me = await reply('/zoom me', / since /);
    expect(me).toContain(`connected to Zoom as ${emailOf(world, 'ben')} since`);
    expect(me).toContain(`Your address in Mattermost is another one, ${email}.`);
    expect((await connect(world, world.ben, email)).page.status).toBe(200);
  });

  it('says by /zoom me who one is, and asks to connect who is not', async () => {
    expect(await text('/zoom me')).toContain('To start meetings, connect your Zoom account once.');
    await connect(world, world.ana, email);
    expect(await reply('/zoom me', / since /)).toMatch(
      new RegExp(`^You have been connected to Zoom as ${email} since [^.]*\.$`),
    );
  });

  it('O-18 ends at once, also while Zoom is away, and Zoom is told later', async () => {
    await connect(world, world.ana, email);
    const consent = world.zoom.consents.at(-1);
    world.zoom.fault({route: 'revoke', fault: {kind: 'reset'}});
    expect(await reply('/zoom disconnect', /Your Zoom account/)).toContain(
      `${email} is no longer connected.`,
    );
    await reply('/zoom disconnect', /You are not connected to Zoom/);
    await reply('/zoom start', /connect your Zoom account once/);
    await world.zoom.waitForRequest(({route}) => route === 'revoke');
    expect(consent?.status).toBe('connected');
    expect(await grantOf(world.ana)).not.toMatch(/sealed/);
    expect((await keys()).some((key) => key.startsWith('revoke_'))).toBe(true);
  });

  it('tells Zoom at once that it has ended, where Zoom is there, and keeps nothing of it', async () => {
    await connect(world, world.ana, email);
    const consent = world.zoom.consents.at(-1);
    const before = (await keys()).filter((key) => key.startsWith('revoke_'));
    await text('/zoom disconnect');
    await untilInZoom(world.zoom, () => consent?.status === 'revoked');
    await waitFor(world.host, async () => {
      const now = (await keys()).filter((key) => key.startsWith('revoke_'));
      return now.length <= before.length ? now : undefined;
    });
  });

  it('ends with the account in Mattermost, and Zoom is told', async () => {
    await connect(world, world.ana, email);
    const consent = world.zoom.consents.at(-1);
    await world.host.deactivateUser(world.ana);
    await untilInZoom(world.zoom, () => consent?.status === 'revoked');
    expect(await grantOf(world.ana)).not.toMatch(/sealed/);
  });

  it('has its words while the settings lack something, and leads nobody to Zoom then', async () => {
    const settings = await world.host.pluginConfig();
    const {oauthclientsecret: _missing, OAuthClientSecret: _too, ...rest} = settings;
    await world.host.setPluginConfig(rest);
    expect(await text('/zoom connect')).toContain(
      'the settings of this server ask for no consent, or are not complete',
    );
    await world.host.setPluginConfig(settings);
  });

  it('stores no address, code or token of Zoom in clear', async () => {
    await world.type('/zoom start Weekly planning');
    await connect(world, world.ana, email);
    await world.cardWhen(() => true);
    const rows = [...(await world.host.kv()).values()].map((value) => value.toString()).join('\n');
    expect(rows).not.toContain(email);
    const journey = await beginConnect(world, world.ana);
    const state = new URL(journey.zoom).searchParams.get('state') ?? 'none';
    expect([...(await world.host.kv())].map(([key, value]) => key + value.toString()).join()).not.toContain(
      state,
    );
  });
});
