import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {onEachHost} from '../support/on-each-host.js';
import {pairBrowser} from '../support/pair-browser.js';
import type {HostPost, HttpResponse} from '../support/plugin-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {readAsAsker} from '../support/read-as-asker.js';
import {waitFor} from '../support/wait-for.js';
import {ADMIN, connectedTo, createWorld, type Reply, type World} from '../support/world.js';

onEachHost('Requests that are sent to Zoom as they are', ({start, pluginDir, capabilities}) => {
  let world: World;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    world = await createWorld({
      start,
      pluginDir: pluginDir(),
      settings: (zoom) => ({...connectedTo(zoom), AccountAPI: true}),
    });
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });

  /** As a script asks, in the way in which the host knows people. */
  const send = async (userId: string, wish: object): Promise<HttpResponse> => {
    const place = {userId, channelId: world.channelId};
    if (!capabilities.sessions && !tokens.has(userId)) tokens.set(userId, await pairBrowser(world, place));
    return world.host.http({
      method: 'POST',
      path: '/api/v1/zoom/raw',
      headers: {
        'Content-Type': 'application/json',
        ...(!capabilities.sessions && {Authorization: `Bearer ${tokens.get(userId)}`}),
      },
      body: JSON.stringify(wish),
      ...(capabilities.sessions && {userId}),
    });
  };
  const said = ({status, body}: HttpResponse): readonly [number, Record<string, unknown>] => [
    status,
    body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, unknown>),
  ];
  const type = (command: string): Promise<Reply> => world.type(command, {userId: ADMIN});
  const messages = async (): Promise<readonly HostPost[]> =>
    (await world.host.posts()).filter(({channel_id: channel}) => channel !== world.channelId);
  const messageWith = (text: string): Promise<HostPost> =>
    waitFor(world.host, async () => (await messages()).find(({message}) => message.includes(text)));
  const makeMeeting = async (): Promise<number> => {
    const wish = {method: 'POST', path: '/users/me/meetings', body: {topic: 'Raw', type: 1}};
    const [status, meeting] = said(await send(ADMIN, {...wish, path: `/users/${email()}/meetings`}));
    expect([status, meeting]).toEqual([200, expect.objectContaining({topic: 'Raw'})]);
    expect(Object.keys(meeting).filter((name) => /start_url|password|token|zak/.test(name))).toEqual([]);
    expect(JSON.stringify(meeting)).not.toMatch(/pwd=|zak=/);
    return Number(meeting['id']);
  };
  const email = (): string => world.zoom.users.find(({email: each}) => each.startsWith('ana'))?.email ?? '';

  it('reach whatever there is, for system administrators alone, and bring no secrets back', async () => {
    const number = await makeMeeting();
    const [status, meeting] = said(await send(ADMIN, {method: 'GET', path: `/meetings/${number}`}));
    expect([status, meeting]).toEqual([200, expect.objectContaining({id: number, topic: 'Raw'})]);
    expect(said(await send(ADMIN, {method: 'DELETE', path: `/meetings/${number}`}))).toEqual([204, {}]);
    const [gone, problem] = said(await send(ADMIN, {method: 'GET', path: `/meetings/${number}`}));
    expect([gone, problem['code'], problem['zoom_code']]).toEqual([422, 'zoom_rejected', 3001]);
    const before = world.zoom.requests.length;
    const [denied, why] = said(await send(world.ana, {method: 'GET', path: '/users'}));
    expect([denied, why['code'], world.zoom.requests.length]).toEqual([403, 'not_an_admin', before]);
  });

  it.each([
    [{method: 'GET', path: '/users/me/token?type=zak'}, 403, 'path_forbidden'],
    [{method: 'GET', path: '/users/me/%7Aa%6b'}, 403, 'path_forbidden'],
    [{method: 'GET', path: '/users/%2e%2e/x'}, 400, 'bad_request'],
    [{method: 'TRACE', path: '/users'}, 400, 'bad_request'],
    [{method: 'GET', path: '/users', as: 'ben'}, 400, 'bad_request'],
  ])('A-30 %j does not reach Zoom', async (wish, status, code) => {
    const before = world.zoom.requests.length;
    const [answered, problem] = said(await send(ADMIN, wish));
    expect([answered, problem['code'], world.zoom.requests.length]).toEqual([status, code, before]);
  });

  it('are typed as well; a short answer comes as a message, a long one as a file', async () => {
    const short = await type(`/zoom api /users/${email()}`);
    expect(short.text).toContain('direct messages');
    expect((await messageWith(`\`GET /users/${email()}\``)).message).toContain(`"email": "${email()}"`);
    for (let count = 0; count < 40; count += 1) world.zoom.addUser({email: `crowd${count}@example.com`});
    await type('/zoom api get /users?page_size=100');
    const long = await messageWith('`GET /users?page_size=100`');
    const files = await world.host.files();
    const file = files.find(({post_id: post}) => post === long.id);
    expect(file).toMatchObject({name: 'zoom-users.json', channel_id: long.channel_id});
    expect(JSON.parse(file?.bytes.toString() ?? '')).toMatchObject({page_size: 100});
  });

  it('that change something are shown first, and sent once by a press of whoever typed them', async () => {
    const number = await makeMeeting();
    const sent = (): number => world.zoom.requests.filter(({method}) => method === 'PATCH').length;
    const command = `/zoom api PATCH /meetings/${number} {"topic": "Renamed"}`;
    const asked = await readAsAsker(world, command, {userId: ADMIN});
    expect([asked.text.includes('"topic": "Renamed"'), sent()]).toEqual([true, 0]);
    const {integration} = buttonOf(asked, 'sendRaw');
    await pressButton(world, integration, {userId: world.ana});
    expect(sent()).toBe(0);
    await pressButton(world, integration, {userId: ADMIN});
    await pressButton(world, integration, {userId: ADMIN});
    expect(sent()).toBe(1);
    const [, meeting] = said(await send(ADMIN, {method: 'GET', path: `/meetings/${number}`}));
    expect(meeting['topic']).toBe('Renamed');
  });

  it('A-34 give their button to nobody who only claims to be an administrator', async () => {
    const {text, attachments} = await type('/zoom api DELETE /meetings/85512345678');
    const isShown = text.includes('DELETE') && JSON.stringify(attachments).includes('sendRaw');
    expect(isShown).toBe(capabilities.sessions);
    expect(JSON.stringify([text, attachments]).includes('DELETE')).toBe(capabilities.sessions);
  });

  it('say what is wrong with them, and are nobody else’s', async () => {
    const before = world.zoom.requests.length;
    expect((await type('/zoom api')).text).toContain('/zoom api /users/me');
    expect((await type('/zoom api PATCH /meetings/1 {"topic"')).text).toContain('JSON');
    expect((await type('/zoom api /users/me/zak')).text).toContain('hands out tokens');
    expect((await type('/zoom api DELETE /users/../x')).text).toContain('cannot be sent');
    expect((await world.type('/zoom api /users')).text).toContain('only system administrators');
    expect(world.zoom.requests.length).toBe(before);
  });

  it('are on record, without their query and without addresses', async () => {
    await type(`/zoom api /users/${email()}/meetings?type=live`);
    const line = 'Audit event=raw-request outcome=success';
    const logged = await waitFor(world.host, async () =>
      (await world.host.logs()).find(
        ({message, fields}) =>
          (message === 'Audit' && fields['event'] === 'raw-request') || message.startsWith(line),
      ),
    );
    expect(JSON.stringify(logged)).not.toContain('@');
    expect(JSON.stringify(logged)).not.toContain('type=live');
  });
});
