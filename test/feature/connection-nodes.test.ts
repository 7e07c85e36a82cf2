import {afterAll, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {ServiceProcess} from '../../sandbox/service/service-process.js';
import {
  answerInZoom,
  beginConnect,
  comeBack,
  confirmation,
  connect,
  createConsentWorld,
  emailOf,
} from '../support/connect-as.js';
import {mattermostId} from '../support/mattermost-id.js';
import {pairBrowser} from '../support/pair-browser.js';
import type {HttpResponse} from '../support/plugin-host.js';
import {requestPlugin} from '../support/request-plugin.js';
import type {ServiceHost, StartServiceHost} from '../support/service-host.js';
import {services} from '../support/service-stores.js';
import {isThorough} from '../support/thorough.js';
import type {World} from '../support/world.js';

const STORES = isThorough() ? (['SQLite', 'PostgreSQL'] as const) : (['PostgreSQL'] as const);

/** Two processes, one store, one Zoom. What fakes can show of it is in property/refreshes. */
describe.each(STORES)('Connections on two nodes of a service with %s', (name) => {
  const start: StartServiceHost = (options) => services[name](options);
  let world: World;
  let host: ServiceHost;
  let node: ServiceProcess;
  let email: string;
  beforeAll(async () => {
    world = await createConsentWorld('user', {
      pluginDir: '',
      subscribe: false,
      start: async (options) => (host = await start(options)),
    });
    node = await host.addNode();
  }, 60_000);
  afterAll(async () => {
    await node.end();
    await world.close();
  }, 60_000);
  beforeEach(async () => {
    world.zoom.liftFaults();
    world = await world.anew();
    email = emailOf(world, 'ana');
  });

  const exchanges = (): number =>
    world.zoom.requests.filter(({grant}) => grant === 'authorization_code').length;
  const refreshes = (): number => world.zoom.requests.filter(({grant}) => grant === 'refresh_token').length;
  /** Of the first node, or of the second. */
  const urls = (): readonly string[] => [host.routesUrl, `${node.url}/plugins/zoom`];

  /** Channels of Ana’s, each of which a meeting is started in at the same moment, by turns on both nodes. */
  const startEverywhere = async (count: number): Promise<readonly HttpResponse[]> => {
    const token = await pairBrowser(world, {userId: world.ana, channelId: world.channelId});
    const ids = Array.from({length: count}, (_, index) =>
      mattermostId(`${world.ana.replace(/0+$/, '')}n${index}x`),
    );
    await host.seed({
      channels: ids.map((id) => ({id})),
      members: ids.map((id) => ({channel_id: id, user_id: world.ana})),
    });
    return Promise.all(
      ids.map((channel_id, index) =>
        requestPlugin(
          urls()[index % 2] ?? '',
          {
            method: 'POST',
            path: '/api/v1/meetings',
            headers: {'Content-Type': 'application/json', Authorization: `Bearer ${token}`},
            body: JSON.stringify({channel_id}),
          },
          () => ({}),
        ),
      ),
    );
  };

  it('O-12 are refreshed once, however many starts on both need it at the same moment', async () => {
    // Too short a life to be used once more.
    world.zoom.fault({
      route: 'token',
      grant: 'authorization_code',
      fault: {kind: 'change', fields: {expires_in: 60}},
    });
    await connect(world, world.ana, email);
    const answers = await startEverywhere(10);
    expect(answers.map(({status}) => status)).toEqual(answers.map(() => 200));
    expect([refreshes(), world.zoom.meetings.length]).toEqual([1, 10]);
  }, 60_000);

  it('O-13 outlive a token that Zoom refuses to both nodes, and nobody is told that anything ended', async () => {
    await connect(world, world.ana, email);
    world.zoom.expireAccessTokens();
    const posts = (await host.posts()).length;
    const answers = await startEverywhere(6);
    expect(answers.map(({status}) => status)).toEqual(answers.map(() => 200));
    const said = (await host.posts()).slice(posts).map(({message}) => message);
    expect(said.filter((message) => message.includes('connect it again'))).toEqual([]);
    expect(world.zoom.meetings).toHaveLength(6);
  }, 60_000);

  it('O-03 are made once where Zoom’s answer comes to both nodes, and where its code is typed twice', async () => {
    const journey = await beginConnect(world, world.ana);
    const {pathname, search} = new URL(await answerInZoom(journey, email));
    const path = `${pathname}${search}`.replace('/plugins/zoom', '');
    const Cookie = journey.browser.cookies('/plugins/zoom/oauth2/complete');
    const answers = await Promise.all(
      urls().map((url) => requestPlugin(url, {path, headers: {Cookie}}, () => ({}))),
    );
    expect(answers.map(({status}) => status).sort()).toEqual([200, 400]);
    const page = answers.find(({status}) => status === 200)?.body.toString() ?? '';
    const line = confirmation({text: page} as Parameters<typeof confirmation>[0]) ?? '';
    const replies = await Promise.all([1, 2].map(() => world.type(line)));
    expect(replies.filter(({text}) => text.includes('You are connected'))).toHaveLength(1);
    expect(exchanges()).toBe(1);
    expect((await comeBack(journey.browser, `${host.routesUrl}${path}`)).status).toBe(400);
  }, 60_000);
});
