import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {JOIN_PAGE_ORIGIN, withJoinPage} from '../support/join-page.js';
import {onEachHost} from '../support/on-each-host.js';
import {createPlaces} from '../support/secret-search.js';
import {makePass, posting, visitJoinPage} from '../support/visit-join-page.js';
import {ADMIN, createWorld, type World} from '../support/world.js';

const SDK_SECRET = 'canary-of-the-sdk-app';
const PASSCODE = 'canary-of-a-passcode';
const GUEST = {name: 'canary-of-a-guest', email: 'canary-of-an-address@example.net'} as const;

/** Whoever has a stream URL gets in by it, and hears their own name again. */
const WHERE_THEY_HAVE_TO_BE = [
  'a guest in an answer of /join-page/…/entries',
  'a passcode in an answer of /join-page/…/entries',
  'a signature in an answer of /join-page/…/entries',
  'the way in of Zoom’s link in an answer of /join-page/…/links',
];

onEachHost('A-47 What leads into a meeting by the page to join', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({
      start,
      pluginDir: pluginDir(),
      settings: (zoom) => ({...withJoinPage()(zoom), JoinPageClientSecret: SDK_SECRET}),
    });
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());

  const places = createPlaces();
  const signatures: string[] = [];
  const statuses: string[] = [];
  const look = async (): Promise<void> => {
    const {host} = world;
    for (const [key, value] of await host.kv()) places.add(`a row ${key}`, `${key} ${value.toString()}`);
    for (const post of await host.posts()) {
      const isHere = post.channel_id === world.channelId;
      places.add(isHere ? 'a post in the channel' : 'a direct message', JSON.stringify(post));
    }
    for (const {post} of await host.ephemeralPosts()) places.add('a private message', JSON.stringify(post));
    places.add('the log', JSON.stringify(await host.logs()));
    places.add('the audit log', JSON.stringify(await host.audits()));
    places.add('the metrics', await host.metrics());
    places.add('the support packet', JSON.stringify(await host.supportData()));
    places.add('an event for browsers', JSON.stringify(await host.webSocketEvents()));
  };
  /** A guest opens the page by this pass, looks, and wants to go in by either way. */
  const visit = async (pass: string): Promise<void> => {
    const asked = {
      '': {},
      '?name=canary-of-a-guest': {},
      '/meeting': {},
      '/entries': posting(GUEST),
      '/links': posting({}),
    };
    for (const [below, more] of Object.entries(asked)) {
      const {status, headers, body} = await visitJoinPage(world, `${pass}${below}`, more);
      const answer = JSON.stringify([...headers, body.toString()]);
      places.add(`an answer of /join-page/…${below.split('?')[0]}`, answer);
      statuses.push(`${status} ${below}`);
      signatures.push(...[...answer.matchAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g)].map(([found]) => found));
    }
  };

  it('lies nowhere else, whatever has gone wrong meanwhile', async () => {
    const {host, zoom} = world;
    const hostId = zoom.users.find(({email}) => email === 'ana@example.com')?.id ?? '';
    const plan = {hostId, type: 2, topic: 'Opening session', startTime: Date.now()} as const;
    const meeting = zoom.addMeeting({...plan, password: PASSCODE});
    const {number} = meeting;
    const passes = [await makePass(world, `${number}`), await makePass(world, `${number} "Lobby"`)];
    const [stage = '', lobby = ''] = passes;
    await visit(stage);
    await look();
    zoom.startMeeting(number);
    await zoom.webhooksSettled();
    // What was known of it while nobody had started it is a minute old at most; nobody has asked by this pass yet.
    await host.setPluginConfig({...(await host.pluginConfig()), JoinPageAdmins: true});
    await visit(lobby);
    await look();
    expect(statuses).toEqual(expect.arrayContaining(['200 /entries', '409 /entries', '200 /links']));

    await host.fault('KVGet', {kind: 'refuse', status: 500});
    await visit(lobby);
    await host.liftFaults();
    await host.setPluginConfig({...(await host.pluginConfig()), JoinPageAdmins: false});
    const echo = `${PASSCODE} ${stage}`;
    const body = {code: 300, message: echo, errorMessage: echo, errors: [{field: 'id', message: echo}]};
    zoom.fault({route: 'get-meeting', fault: {kind: 'answer', status: 400, body}});
    await visit(stage);
    zoom.liftFaults();
    await world.type(`/zoom stream-url revoke ${JOIN_PAGE_ORIGIN}/plugins/zoom/join-page/${lobby}`);
    await world.type('/zoom stream-url list');
    await visit(lobby);
    await world.type('/zoom doctor', {userId: ADMIN});
    await look();

    expect(statuses).toEqual(expect.arrayContaining(['503 /entries', '410 /entries']));
    expect(signatures).not.toEqual([]);
    const found = places.find({
      'a guest': [GUEST.name, GUEST.email],
      'a passcode': [PASSCODE],
      'the way in of Zoom’s link': [meeting.encryptedPassword.replace(/\.1$/, '')],
      'a signature': signatures,
      'a stream URL': passes,
      'the secret of the SDK app': [SDK_SECRET],
    });
    const told = capabilities.sessions ? 'a private message' : 'a direct message';
    expect(found).toEqual([...WHERE_THEY_HAVE_TO_BE, `a stream URL in ${told}`].toSorted());
  }, 120_000);
});
