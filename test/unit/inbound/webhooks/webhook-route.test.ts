import type {Server} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import request from 'supertest';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {createHttpUnderTest, URL_SECRET} from '../../../support/http-under-test.js';
import {closeServer, listen} from '../../../support/listen.js';
import {ana} from '../../../support/people.js';
import {signWebhook} from '../../../support/sign-webhook.js';

const PATH = `/webhook?secret=${URL_SECRET}`;

let world: FakeWorld;
let http: ReturnType<typeof createHttpUnderTest>;
let server: Server | undefined;
/** Ana's meeting, as Zoom names it. */
let meeting: {number: string; uuid: string | undefined};

async function serve(settings: Record<string, unknown> = {}): Promise<void> {
  if (server !== undefined) await closeServer(server);
  http = createHttpUnderTest(world, settings);
  server = await listen(http.app);
}
beforeEach(async () => {
  world = createFakeWorld();
  await serve();
  await http.plugin.start(ana.id);
  meeting = world.zoom.meetings[0] ?? {number: '', uuid: undefined};
});
afterEach(async () => {
  if (server !== undefined) await closeServer(server);
  server = undefined;
});

const eventBody = (changes: object = {}, event = 'meeting.ended') =>
  JSON.stringify({
    event,
    payload: {
      account_id: 'acc-1',
      object: {id: meeting.number, uuid: meeting.uuid, host_id: 'zoom-ana', ...changes},
    },
  });
const deliver = (body: string, at = world.clock.now(), path = PATH) =>
  request(server as Server)
    .post(path)
    .set('Content-Type', 'application/json; charset=utf-8')
    .set(signWebhook(body, at))
    .send(body);
const status = () => [...world.chat.posts.values()][0]?.props['meeting_status'];
/** All but the note that something was refused. */
const effects = () => {
  const {webhook_activity: _note, ...rows} = world.keyValue.rows();
  return JSON.stringify([rows, [...world.chat.posts], world.zoom.calls]);
};

describe('the webhook address', () => {
  it.each([
    '/webhook',
    '/webhook?secret=',
    '/webhook?secret=wrong',
    `/webhook?secret=${URL_SECRET}&secret=${URL_SECRET}`,
    `/webhook?secret[x]=${URL_SECRET}`,
  ])('answers 401 at %s, whatever the signature', async (path) => {
    const before = effects();
    const response = await deliver(eventBody(), undefined, path);
    expect([response.status, response.text]).toEqual([401, '']);
    expect(effects()).toBe(before);
  });

  it('W-04 answers 401 when the signature comes twice', async () => {
    const body = eventBody();
    const headers = signWebhook(body, world.clock.now());
    const response = await request(server as Server)
      .post(PATH)
      .set('Content-Type', 'application/json')
      .set('x-zm-request-timestamp', headers['x-zm-request-timestamp'])
      .set('x-zm-signature', [headers['x-zm-signature'], headers['x-zm-signature']] as unknown as string)
      .send(body);
    expect(response.status).toBe(401);
  });
});

describe('the webhook address when something is out of order', () => {
  it('W-30 answers 401 and not 503 to who does not know the address', async () => {
    await serve({ZoomWebhookSecret: ''});
    expect((await deliver(eventBody(), undefined, '/webhook')).status).toBe(401);
  });

  it('W-30 answers 503 to everybody while the secret of the address is not known', async () => {
    await serve({WebhookSecret: ''});
    const response = await deliver(eventBody(), undefined, '/webhook?secret=');
    expect([response.status, response.headers['retry-after']]).toEqual([503, '300']);
  });

  it('A-07 answers 500 to a mistake of ours, tells nobody more, and lives on', async () => {
    world.chat.faults.set('rewritePost', () => new TypeError('canary detail'));
    const response = await deliver(eventBody());
    expect([response.status, response.text]).toEqual([500, '']);
    world.chat.faults.clear();
    expect((await deliver(eventBody())).status).toBe(204);
    expect(status()).toBe('ENDED');
  });

  it('never logs its own secret or a body', async () => {
    world.keyValue.fail();
    await deliver(eventBody({topic: 'canary topic'}));
    await deliver('{"event":', undefined, PATH);
    expect(JSON.stringify(world.logger.lines)).not.toMatch(new RegExp(`${URL_SECRET}|canary`));
  });
});
