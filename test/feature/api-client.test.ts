import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {type ApiClient, loadApiClient} from '../support/api-client.js';
import {onEachHost} from '../support/on-each-host.js';
import {pairBrowser} from '../support/pair-browser.js';
import {createWorld, type World} from '../support/world.js';

onEachHost('The generated client', ({start, pluginDir, capabilities}) => {
  let world: World;
  let api: ApiClient;
  beforeAll(async () => {
    const {createZoomApi} = await loadApiClient();
    world = await createWorld({start, pluginDir: pluginDir()});
    grantAllScopes(world.zoom);
    const {ana: userId, channelId} = world;
    const token = capabilities.sessions ? undefined : await pairBrowser(world, {userId, channelId});
    api = createZoomApi({
      baseUrl: 'http://anywhere',
      ...(token !== undefined && {token}),
      fetch: async (address, {method = 'GET', headers, body} = {}) => {
        const {pathname, search} = new URL(address);
        const answer = await world.host.http({
          method,
          path: `${pathname}${search}`,
          headers: headers as Record<string, string>,
          ...(typeof body === 'string' && {body}),
          ...(capabilities.sessions && {userId}),
        });
        return new Response(answer.body.length > 0 ? new Uint8Array(answer.body) : null, answer);
      },
    });
  });
  afterAll(() => world.close());

  it('plans a meeting once, finds it page after page, changes it and takes it back', async () => {
    const wish = {userId: 'me', topic: 'Weekly planning', start_time: '2030-01-07T09:00:00Z'};
    const made = await api.createMeeting(wish, {idempotencyKey: 'one'});
    expect(await api.createMeeting(wish, {idempotencyKey: 'one'})).toEqual(made);
    await api.createMeeting({...wish, topic: 'Another'});
    const first = await api.listMeetings({userId: 'me', page_size: 1});
    const token = first.next_page_token ?? '';
    const second = await api.listMeetings({userId: 'me', page_size: 1, next_page_token: token});
    const topics = [...first.meetings, ...second.meetings].map(({topic}) => topic);
    expect(topics.sort()).toEqual(['Another', 'Weekly planning']);
    expect(await api.updateMeeting({meetingId: made.id, topic: 'Every week'})).toBeUndefined();
    expect((await api.getMeeting({meetingId: made.id})).topic).toBe('Every week');
    await api.deleteMeeting({meetingId: made.id});
    await expect(api.getMeeting({meetingId: made.id})).rejects.toMatchObject({
      name: 'ZoomApiError',
      status: 403,
      code: 'not_the_host',
    });
  });
});
