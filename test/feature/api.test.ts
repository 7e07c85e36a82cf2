import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {onEachHost} from '../support/on-each-host.js';
import {pairBrowser} from '../support/pair-browser.js';
import type {HttpResponse} from '../support/plugin-host.js';
import {ADMIN, createWorld, type World} from '../support/world.js';

onEachHost('The API of what is in Zoom', ({start, pluginDir, capabilities}) => {
  let world: World;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
    world.zoom.addUser({email: 'admin@example.com'});
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });

  /** As a script asks, in the way in which the host knows people. */
  const ask = async (
    userId: string,
    method: string,
    path: string,
    body?: object,
    key?: string,
  ): Promise<HttpResponse> => {
    const place = {userId, channelId: world.channelId};
    if (!capabilities.sessions && !tokens.has(userId)) tokens.set(userId, await pairBrowser(world, place));
    return world.host.http({
      method,
      path: `/api/v1/zoom${path}`,
      headers: {
        ...(body && {'Content-Type': 'application/json'}),
        ...(key !== undefined && {'Idempotency-Key': key}),
        ...(!capabilities.sessions && {Authorization: `Bearer ${tokens.get(userId)}`}),
      },
      ...(body && {body: JSON.stringify(body)}),
      ...(capabilities.sessions && {userId}),
    });
  };
  const said = ({status, body}: HttpResponse): readonly [number, Record<string, unknown>] => [
    status,
    body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, unknown>),
  ];
  /** What has been sent to Zoom that changes something. */
  const written = (): readonly (string | undefined)[] =>
    world.zoom.requests
      .filter(({method, authorization}) => method !== 'GET' && authorization === 'bearer')
      .map(({route}) => route);
  const plan = async (userId = world.ana): Promise<string> => {
    const made = await ask(userId, 'POST', '/users/me/meetings', {
      topic: 'Weekly planning',
      type: 2,
      start_time: '2030-01-07T09:00:00Z',
      duration: 30,
    });
    const [status, meeting] = said(made);
    expect([status, meeting]).toEqual([201, expect.objectContaining({topic: 'Weekly planning'})]);
    return String(meeting['id']);
  };

  it('plans, shows, lists, changes and takes back a meeting of one’s own', async () => {
    const number = await plan();
    const [listing, listed] = said(await ask(world.ana, 'GET', '/users/me/meetings?type=scheduled'));
    expect([listing, listed]).toEqual([
      200,
      expect.objectContaining({
        meetings: [expect.objectContaining({id: number, topic: 'Weekly planning'})],
      }),
    ]);
    expect(said(await ask(world.ana, 'PATCH', `/meetings/${number}`, {topic: 'Every week'}))).toEqual([
      204,
      {},
    ]);
    const [status, shown] = said(await ask(world.ana, 'GET', `/meetings/${number}`));
    expect([status, shown['topic'], typeof shown['password']]).toEqual([200, 'Every week', 'string']);
    expect(JSON.stringify(shown)).not.toMatch(/start_url|zak/);
    expect((await ask(world.ana, 'DELETE', `/meetings/${number}`)).status).toBe(204);
    expect(said(await ask(world.ana, 'GET', `/meetings/${number}`))).toMatchObject([
      403,
      {code: 'not_the_host'},
    ]);
  });

  it('makes one meeting of a request that comes twice with the same key', async () => {
    const create = (topic: string): Promise<HttpResponse> =>
      ask(world.ana, 'POST', '/users/me/meetings', {topic}, 'one-key');
    const [first, again] = [said(await create('Weekly')), said(await create('Weekly'))];
    expect(first).toEqual([201, expect.objectContaining({topic: 'Weekly'})]);
    expect(again).toEqual(first);
    expect(said(await create('Monthly'))).toMatchObject([422, {code: 'key_used_otherwise'}]);
    const spaced = await ask(world.ana, 'POST', '/users/me/meetings', {topic: 'x'}, 'two words');
    expect(said(spaced)).toMatchObject([400, {code: 'bad_request', fields: ['Idempotency-Key']}]);
    expect(world.zoom.meetings).toHaveLength(1);
  });

  it('describes itself to programs, at the address under which it is asked', async () => {
    const token = tokens.get(world.ana);
    const answer = await world.host.http({
      method: 'GET',
      path: '/api/v1/openapi.json',
      ...(capabilities.sessions
        ? {userId: world.ana}
        : token && {headers: {Authorization: `Bearer ${token}`}}),
    });
    const [status, document] = said(answer);
    expect([status, document['openapi']]).toEqual([200, '3.1.0']);
    expect(document['servers']).toEqual([{url: world.host.routesUrl}]);
  });

  it('A-01 does nothing in Zoom for whoever is not the host, and says the same of a meeting that is not there', async () => {
    const number = await plan();
    const before = written();
    const answers = await Promise.all(
      [number, '99999999999'].map((id) => ask(world.ben, 'PATCH', `/meetings/${id}`, {topic: 'Mine'})),
    );
    const [theirs, nobodys] = answers.map(said);
    expect(theirs).toEqual([403, expect.objectContaining({code: 'not_the_host'})]);
    expect(nobodys).toEqual(theirs);
    expect(written()).toEqual(before);
  });

  it('A-01 lets a system administrator act on everybody, without passcodes', async () => {
    const number = await plan();
    const [status, shown] = said(await ask(ADMIN, 'GET', `/meetings/${number}`));
    expect([status, shown['topic'], shown['password']]).toEqual([200, 'Weekly planning', undefined]);
    expect(String(shown['join_url'])).not.toContain('pwd=');
    expect(said(await ask(ADMIN, 'GET', `/users`))).toMatchObject([403, {code: 'switched_off'}]);
  });

  it('A-01 turns away guests and whoever is deactivated, at the moment of asking', async () => {
    await plan();
    const before = written();
    await world.host.seed({users: [{id: world.ana, roles: 'system_guest'}]});
    expect(said(await ask(world.ana, 'GET', '/users/me/meetings'))).toMatchObject([
      403,
      {code: 'restricted'},
    ]);
    await world.host.seed({users: [{id: world.ana, roles: 'system_user', delete_at: Date.now()}]});
    const made = await ask(world.ana, 'POST', '/users/me/meetings', {topic: 'Late'});
    expect(said(made)).toMatchObject([403, {code: 'restricted'}]);
    expect(written()).toEqual(before);
  });

  it('names the fields that it does not know, or that are wrong', async () => {
    const answers = [
      await ask(world.ana, 'GET', '/users/me/meetings?page_size=9000&canary=1'),
      await ask(world.ana, 'POST', '/users/me/meetings', {topic: 'x', start_url: 'https://zoom.us'}),
      await ask(world.ana, 'GET', '/meetings/12'),
    ];
    expect(answers.map(said)).toMatchObject([
      [400, {code: 'bad_request', fields: ['page_size', 'canary']}],
      [400, {code: 'bad_request', fields: ['start_url']}],
      [400, {code: 'bad_request', fields: ['meetingId']}],
    ]);
  });

  it('knows no person of a request without a session or a paired token', async () => {
    const answer = await world.host.http({method: 'GET', path: '/api/v1/zoom/users/me/meetings'});
    expect(answer.status).toBe(401);
  });
});
