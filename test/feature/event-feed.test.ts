import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {onEachHost} from '../support/on-each-host.js';
import {pairBrowser} from '../support/pair-browser.js';
import type {HttpResponse} from '../support/plugin-host.js';
import {mattermostId} from '../support/mattermost-id.js';
import {ADMIN, connectedTo, createWorld, sendWebhook, type World} from '../support/world.js';

const ROBOT = mattermostId('robot');

interface Page {
  events: {id: string; event: string; payload?: unknown; received_at: number}[];
  next: string;
}

onEachHost('Zoom’s events for other systems', ({start, pluginDir, capabilities}) => {
  let world: World;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    world = await createWorld({
      start,
      pluginDir: pluginDir(),
      subscribe: false,
      settings: (zoom) => ({
        ...connectedTo(zoom),
        EventFeed: 'user.created, meeting.created',
        EventReaders: '@automation-bot',
      }),
    });
    await world.host.seed({
      users: [
        {id: ROBOT, username: 'automation-bot', is_bot: true},
        {id: mattermostId('other'), username: 'other-bot', is_bot: true},
      ],
    });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });

  const ask = async (userId: string, query = ''): Promise<HttpResponse> => {
    const place = {userId, channelId: world.channelId};
    if (!capabilities.sessions && !tokens.has(userId)) tokens.set(userId, await pairBrowser(world, place));
    return world.host.http({
      path: `/api/v1/events${query}`,
      ...(capabilities.sessions ? {userId} : {headers: {Authorization: `Bearer ${tokens.get(userId)}`}}),
    });
  };
  const read = async (after?: string): Promise<Page> => {
    const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
    const {status, body} = await ask(ADMIN, query);
    expect(status).toBe(200);
    return JSON.parse(body.toString()) as Page;
  };
  const codeOf = ({status, body}: HttpResponse): string =>
    `${status} ${(JSON.parse(body.toString()) as {code: string}).code}`;
  const event = (name: string, object: object = {}): string =>
    JSON.stringify({
      event: name,
      event_ts: 1_700_000_000_000,
      payload: {account_id: world.zoom.account.id, operator: 'ana@example.com', object},
      download_token: 'canary-token',
    });

  it('are kept before Zoom hears that they arrived, cleaned, in their order, with one id for what comes again', async () => {
    const {next} = await read();
    const created = event('user.created', {id: 'u1', email: 'eve@example.com', token: 'canary-token'});
    const planned = event('meeting.created', {
      id: 1,
      join_url: 'https://zoom.us/j/1?pwd=canary',
      password: 'canary',
    });
    for (const body of [created, planned, event('user.deleted'), created])
      expect((await sendWebhook(world, body)).status).toBe(204);
    const page = await read(next);
    expect(page.events.map(({event: name}) => name)).toEqual([
      'user.created',
      'meeting.created',
      'user.created',
    ]);
    expect(page.events[0]?.payload).toMatchObject({object: {id: 'u1'}, operator: '…'});
    expect(page.events[1]?.payload).toMatchObject({object: {id: 1, join_url: 'https://zoom.us/j/1'}});
    expect(page.events[0]?.id).toBe(page.events[2]?.id);
    expect(page.events[1]?.id).not.toBe(page.events[2]?.id);
    expect(JSON.stringify(page)).not.toMatch(/canary|@example/);
    expect((await read(page.next)).events).toEqual([]);
    const rows = [...(await world.host.kv()).values()].map((row) => row.toString()).join();
    expect(rows).not.toMatch(/canary|eve@example/);
  });

  it('A-32 are for system administrators and for bots that one has named', async () => {
    expect(codeOf(await ask(world.ana))).toBe('403 not_an_admin');
    if (!capabilities.sessions) return;
    expect((await ask(ROBOT)).status).toBe(200);
    expect(codeOf(await ask(mattermostId('other')))).toBe('403 not_an_admin');
  });

  it.each([
    ['?after=nothing', '400 bad_request'],
    ['?limit=0', '400 bad_request'],
    ['?limit=501', '400 bad_request'],
    ['?limit=1&limit=2', '400 bad_request'],
    ['?before=x', '400 bad_request'],
    [`?after=${Buffer.from('1.0.1').toString('base64url')}`, '410 cursor_expired'],
    [`?after=${Buffer.from(`999999.0.${Date.now()}`).toString('base64url')}`, '410 cursor_expired'],
  ])('are not read with %s', async (query, answer) => {
    expect(codeOf(await ask(ADMIN, query))).toBe(answer);
  });

  it('W-03 are nobody’s who does not sign them', async () => {
    const {next} = await read();
    const forged = await sendWebhook(world, event('user.created'), {
      headers: {'x-zm-signature': `v0=${'0'.repeat(64)}`},
    });
    expect([forged.status, (await read(next)).events]).toEqual([401, []]);
  });
});
