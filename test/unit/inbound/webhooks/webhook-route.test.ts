import type {Server} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import request from 'supertest';
import {ChatError} from '../../../../server/core/ports/chat.js';
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
  it('W-01 ends the card of a signed "meeting.ended", and answers nothing', async () => {
    const response = await deliver(eventBody());
    expect([response.status, response.text]).toEqual([204, '']);
    expect(status()).toBe('ENDED');
  });

  it('W-02 takes the same request a hundred times, and updates the post once', async () => {
    const statuses = await Promise.all(
      Array.from({length: 100}, async () => (await deliver(eventBody())).status),
    );
    expect(new Set(statuses)).toEqual(new Set([204]));
    expect(world.chat.calls.filter((call) => call === 'rewritePost')).toHaveLength(1);
  });

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

  it('W-03 answers 401 without any effect when a byte was changed', async () => {
    const before = effects();
    const body = eventBody();
    const response = await request(server as Server)
      .post(PATH)
      .set('Content-Type', 'application/json')
      .set(signWebhook(body, world.clock.now()))
      .send(body.replace('ended', 'endee'));
    expect(response.status).toBe(401);
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

  it('W-08 asks Zoom about a request that is replayed two hours later, and follows its answer', async () => {
    const body = eventBody();
    expect((await deliver(body, world.clock.now() - 7_200_000)).status).toBe(204);
    await http.drained();
    expect(world.zoom.calls).toContain('meeting');
    expect(status()).toBe('STARTED');
  });

  it('W-11 answers a signed challenge in JSON', async () => {
    const plainToken = 'qgg8vlvZRS6UYooatFL8Aw';
    const response = await deliver(JSON.stringify({event: 'endpoint.url_validation', payload: {plainToken}}));
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toContain('application/json');
    expect(response.body).toEqual({
      plainToken,
      encryptedToken: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
  });

  it('W-13 answers 401 to a challenge that is not signed', async () => {
    const response = await request(server as Server)
      .post(PATH)
      .send({event: 'endpoint.url_validation', payload: {plainToken: 'qgg8vlvZRS6UYooatFL8Aw'}});
    expect([response.status, response.text]).toEqual([401, '']);
  });

  it('W-13 answers 400 to a signed challenge that is malformed', async () => {
    expect((await deliver('{"event":"endpoint.url_validation","payload":{}}')).status).toBe(400);
  });

  it.each(['null', '[]', '5', '"x"', '', '{"event"'])(
    'W-14 answers 204 to the signed body %j',
    async (body) => {
      const before = effects();
      expect((await deliver(body)).status).toBe(204);
      expect(effects()).toBe(before);
      expect((await deliver(eventBody())).status).toBe(204);
      expect(status()).toBe('ENDED');
    },
  );

  it('W-21 answers 204 to events that it does not know', async () => {
    expect((await deliver(eventBody({}, 'meeting.sharing_started'))).status).toBe(204);
    expect(status()).toBe('STARTED');
  });

  it('answers 204 to a meeting of another account, host or number', async () => {
    const foreign = eventBody().replace('acc-1', 'acc-2');
    for (const body of [foreign, eventBody({host_id: 'zoom-ben'}), eventBody({id: '99999999999'})]) {
      expect((await deliver(body)).status).toBe(204);
    }
    expect(status()).toBe('STARTED');
  });
});

describe('the webhook address when something is out of order', () => {
  it('W-30 answers 503 with Retry-After where the secret token is missing, and the log says why', async () => {
    await serve({ZoomWebhookSecret: ' '});
    const before = effects();
    const response = await deliver(eventBody());
    expect([response.status, response.headers['retry-after']]).toEqual([503, '300']);
    expect(effects()).toBe(before);
    expect(world.logger.lines.at(-1)?.message).toContain('Zoom Webhook Secret Token is missing');
  });

  it('W-30 answers 401 and not 503 to who does not know the address', async () => {
    await serve({ZoomWebhookSecret: ''});
    expect((await deliver(eventBody(), undefined, '/webhook')).status).toBe(401);
  });

  it('W-30 answers 503 to everybody while the secret of the address is not known', async () => {
    await serve({WebhookSecret: ''});
    const response = await deliver(eventBody(), undefined, '/webhook?secret=');
    expect([response.status, response.headers['retry-after']]).toEqual([503, '300']);
  });

  it('takes unsigned events in the legacy mode without a secret token, and signs nothing', async () => {
    await serve({ConnectionMode: 'jwt', APIKey: 'k', APISecret: 's', ZoomWebhookSecret: ''});
    const send = (body: object) =>
      request(server as Server)
        .post(PATH)
        .send(body);
    const challenge = {event: 'endpoint.url_validation', payload: {plainToken: 'qgg8vlvZRS6UYooatFL8Aw'}};
    expect((await send(challenge)).status).toBe(204);
    expect((await send(JSON.parse(eventBody()) as object)).status).toBe(204);
    expect(status()).toBe('ENDED');
  });

  it('W-32 answers 503 with Retry-After while the store fails, and the same event succeeds later', async () => {
    world.keyValue.fail();
    const response = await deliver(eventBody());
    expect([response.status, response.headers['retry-after'], response.text]).toEqual([503, '300', '']);
    world.keyValue.mend();
    expect((await deliver(eventBody())).status).toBe(204);
    expect(status()).toBe('ENDED');
  });

  it('answers 503 while Mattermost does not take the post, and 204 when it never will', async () => {
    world.chat.faults.set('rewritePost', () => new ChatError('unavailable', 'no answer'));
    expect((await deliver(eventBody())).status).toBe(503);
    world.chat.faults.set('rewritePost', () => new ChatError('refused', 'archived'));
    expect((await deliver(eventBody())).status).toBe(204);
  });

  it('answers 204 when the post is gone', async () => {
    world.chat.posts.clear();
    expect((await deliver(eventBody())).status).toBe(204);
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
