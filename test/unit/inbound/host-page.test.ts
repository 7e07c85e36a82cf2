import type {Server} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import request from 'supertest';
import {CAPABILITIES} from '../../../server/core/domain/capabilities.js';
import type {Card} from '../../../server/core/domain/card.js';
import {createHostTickets} from '../../../server/inbound/host-page/host-tickets.js';
import {createFakeWorld, type FakeWorld} from '../../support/fake-world.js';
import {ACTION_KEY, createHttpUnderTest, TICKET_KEY} from '../../support/http-under-test.js';
import {closeServer, listen} from '../../support/listen.js';
import {ana, ben} from '../../support/people.js';
import {chatUnavailable, zoomTrouble} from '../../../server/core/ports/port-error.js';

const HOURS = 60 * 60 * 1000;

let world: FakeWorld;
let http: ReturnType<typeof createHttpUnderTest>;
let server: Server;
let card: Card;
beforeEach(async () => {
  world = createFakeWorld();
  http = createHttpUnderTest(world, {}, CAPABILITIES.service);
  server = await listen(http.app);
  const outcome = await http.plugin.start(ana.id, {topic: '<b>Tom & "Jerry"</b>'});
  if (outcome.kind !== 'started') throw new Error('Expected a start');
  card = outcome.card;
});
afterEach(() => closeServer(server));

const ticket = (key = TICKET_KEY, userId = ana.id): string => {
  const tickets = createHostTickets({...world, key, publicUrl: 'https://zoom.example.org'});
  const address = new URL(tickets.issue({userId, cardId: card.id, number: card.meeting.number}));
  return `/host${address.search}`;
};
const open = (path: string) => request(server).get(path).set('Accept-Language', 'fr');
const enter = (path: string) => request(server).post(path).redirects(0);

describe('the page for the host', () => {
  it('says what it is about, with one button, and changes nothing however often it is opened', async () => {
    const before = JSON.stringify(world.keyValue.rows());
    const path = ticket();
    const responses = [await open(path), await open(path), await request(server).head(path)];
    expect(responses.map(({status}) => status)).toEqual([200, 200, 200]);
    expect(responses[0]?.text).toContain(
      '<form method="post"><button type="submit">Start as host</button></form>',
    );
    expect(JSON.stringify(world.keyValue.rows())).toBe(before);
    expect(world.zoom.calls).not.toContain('startLink');
  });

  it('writes a topic as text', async () => {
    const {text} = await open(ticket());
    expect(text).toContain('&lt;b&gt;Tom &amp; &quot;Jerry&quot;&lt;/b&gt;');
    expect(text).not.toContain('<b>');
  });

  it('is stored, framed, led away from and scripted by nobody', async () => {
    const {headers} = await open(ticket());
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' https:; frame-ancestors 'none'; base-uri 'none'$/,
      ),
    });
  });

  it('leads once to the link that Zoom gives at that moment, which is kept nowhere', async () => {
    const path = ticket();
    const response = await enter(path);
    expect([response.status, response.headers['location']]).toEqual([
      303,
      `https://zoom.us/s/${card.meeting.number}?zak=canary-zak`,
    ]);
    expect(response.headers['cache-control']).toBe('no-store');
    for (const later of [await enter(path), await open(path)]) {
      expect([later.status, later.text]).toEqual([
        410,
        expect.stringContaining('This link has already been used'),
      ]);
    }
    const left = JSON.stringify([world.keyValue.rows(), world.logger.lines]);
    expect(left).not.toContain('canary-zak');
  });

  it('leads one of two who enter at the same moment', async () => {
    const path = ticket();
    const statuses = (await Promise.all([enter(path), enter(path)])).map(({status}) => status);
    expect(statuses.sort()).toEqual([303, 410]);
  });

  it('keeps of a used ticket the digest of its number alone, until it would have expired', async () => {
    const path = ticket();
    await enter(path);
    const rows = Object.entries(world.keyValue.rows()).filter(([key]) => key.startsWith('ticket_'));
    const text = JSON.stringify({v: 1, at: world.clock.now()});
    expect(rows).toEqual([[expect.stringMatching(/^ticket_[0-9a-f]{64}$/), text]]);
    world.clock.advance(2 * HOURS + 1);
    expect(await world.keyValue.get(rows[0]?.[0] ?? '')).toBeUndefined();
  });

  it('does not use the ticket up while Zoom fails', async () => {
    const path = ticket();
    world.zoom.faults.set('startLink', () => zoomTrouble({kind: 'timeout'}));
    const failed = await enter(path);
    expect([failed.status, failed.text]).toEqual([503, expect.stringContaining('This link still works')]);
    world.zoom.faults.clear();
    expect((await enter(path)).status).toBe(303);
  });

  it('does not use the ticket up while its host is not connected to Zoom', async () => {
    const path = ticket();
    const gone = {kind: 'not-connected', who: 'person', because: 'revoked'} as const;
    world.zoom.faults.set('startLink', () => zoomTrouble(gone));
    const failed = await enter(path);
    expect([failed.status, failed.text]).toEqual([403, expect.stringContaining('/zoom connect')]);
    world.zoom.faults.clear();
    expect((await enter(path)).status).toBe(303);
  });

  it.each([
    ['the store', () => world.keyValue.fail()],
    ['Mattermost', () => void world.chat.faults.set('user', () => chatUnavailable('canary'))],
  ])('is a page also while %s fails, whose ticket stays good', async (_what, fail) => {
    const path = ticket();
    fail();
    for (const failed of [await open(path), await enter(path)]) {
      expect([failed.status, failed.type, failed.text]).toEqual([
        503,
        'text/html',
        expect.stringMatching(/Cette page ne peut pas|This page cannot be shown/),
      ]);
      expect(failed.text).not.toContain('canary');
    }
    expect(world.logger.lines.at(-1)).toMatchObject({level: 'error', message: 'The page for a host failed'});
    world.keyValue.mend();
    world.chat.faults.clear();
    expect((await enter(path)).status).toBe(303);
  });

  it('says who can help where the record of the meeting cannot be read', async () => {
    const path = ticket();
    const rows = Object.entries(world.keyValue.rows());
    const [key = ''] = rows.find(([name]) => name.includes(card.meeting.number)) ?? [];
    await world.keyValue.put(key, '{"v":');
    expect([(await open(path)).status, (await enter(path)).text]).toEqual([
      503,
      expect.stringContaining('Tell your administrator'),
    ]);
  });

  it('S-10 says when to come back, to the minute that is not too early, and leaves the ticket as it was', async () => {
    world.chat.users.set(ana.id, {...ana, timezone: 'Asia/Kolkata'});
    world.clock.advance(Date.parse('2026-12-01T10:00:30Z') - world.clock.now());
    const path = ticket();
    for (let index = 0; index < 10; index++) {
      await enter(ticket());
    }
    const refused = await enter(path);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60']);
    expect(refused.text).toContain('reload the page at 15:32');
    world.clock.advance(Date.parse('2026-12-01T10:02:00Z') - world.clock.now());
    const later = await enter(path);
    expect(later.status).toBe(303);
  });

  it('opens for two hours', async () => {
    const path = ticket();
    world.clock.advance(2 * HOURS);
    expect((await open(path)).status).toBe(200);
    world.clock.advance(1);
    expect([(await open(path)).text, (await enter(path)).status]).toEqual([
      expect.stringContaining('older than two hours'),
      410,
    ]);
  });

  it.each([
    ['signed by a key for buttons', () => ticket(ACTION_KEY)],
    ['of somebody else', () => ticket(TICKET_KEY, ben.id)],
    ['changed', () => ticket().replace('ticket=', 'ticket=x')],
    ['cut', () => ticket().slice(0, -1)],
    ['twice', () => `${ticket()}&ticket=x`],
    ['missing', () => '/host'],
  ])('A-03 opens nothing with a ticket that is %s', async (_what, path) => {
    for (const response of [await open(path()), await enter(path())]) expect(response.status).toBe(403);
    expect(world.zoom.calls).not.toContain('startLink');
  });

  it('A-03 opens nothing for a host who was deactivated since', async () => {
    const path = ticket();
    world.chat.users.set(ana.id, {...ana, isDeactivated: true});
    expect((await enter(path)).status).toBe(403);
    expect(world.zoom.calls).not.toContain('startLink');
  });

  it('says that the meeting has ended', async () => {
    const path = ticket();
    const receivedAt = world.clock.now();
    await http.plugin.record({kind: 'ended', number: card.meeting.number, endedAt: receivedAt, receivedAt});
    expect((await enter(path)).text).toContain('This meeting has ended');
  });

  it('speaks the language of the host, and that of the browser where it knows no host', async () => {
    world.chat.users.set(ana.id, {...ana, locale: 'de'});
    expect((await open(ticket())).text).toContain('<html lang="de">');
    expect((await open('/host')).text).toContain('Ce lien n’ouvre rien');
  });

  it('is nowhere where a message can be shown to one person', async () => {
    const plugin = await listen(createHttpUnderTest(world).app);
    expect((await request(plugin).get(ticket())).status).toBe(404);
    await closeServer(plugin);
  });
});
