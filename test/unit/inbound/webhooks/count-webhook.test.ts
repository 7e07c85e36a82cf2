import type {Server, ServerResponse} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import request from 'supertest';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {createHttpUnderTest, URL_SECRET} from '../../../support/http-under-test.js';
import {closeServer, listen} from '../../../support/listen.js';
import {signWebhook} from '../../../support/sign-webhook.js';

const HOUR_MS = 60 * 60_000;

let world: FakeWorld;
let server: Server;
beforeEach(async () => {
  world = createFakeWorld();
  server = await listen(createHttpUnderTest(world).app);
});
afterEach(() => closeServer(server));

const BODY = JSON.stringify({event: 'meeting.ended', payload: {object: {id: '1', uuid: 'u'}}});
const post = (body: string, headers: Readonly<Record<string, string>>, secret = URL_SECRET) =>
  request(server)
    .post(`/webhook?secret=${secret}`)
    .set({'Content-Type': 'application/json', ...headers})
    .send(body);
const signed = (at = world.clock.now()) => signWebhook(BODY, at);
const counted = (): Record<string, number> =>
  Object.fromEntries(
    (world.metrics.read().find(({name}) => name === 'zoom_webhooks_total')?.samples ?? []).flatMap(
      ({labels, value}) => (value === 0 ? [] : [[labels['result'] ?? '', value] as const]),
    ),
  );

describe('A webhook is counted', () => {
  it('as accepted when Zoom need not send it again', async () => {
    await post(BODY, signed());
    await post(BODY, signed());
    expect(counted()).toEqual({accepted: 2});
  });

  it('as late when it was signed so long ago that it is only a hint', async () => {
    await post(BODY, signed(world.clock.now() - HOUR_MS));
    expect(counted()).toEqual({late: 1});
  });

  it('by what it lacked when it was refused', async () => {
    await post(BODY, signed(), 'guessed');
    await post(BODY, signWebhook('something else', world.clock.now()));
    expect(counted()).toEqual({'wrong-address': 1, 'wrong-signature': 1});
  });

  it('as unusable when it is no JSON, or too large', async () => {
    await post(BODY, {...signed(), 'Content-Type': 'text/plain'});
    await post('x'.repeat(600 * 1024), signed());
    expect(counted()).toEqual({unusable: 2});
  });

  it('as deferred when Zoom has hung up before it was answered', async () => {
    const closed = new Promise<void>((resolve) =>
      server.once('request', (_request, response: ServerResponse) => response.once('close', resolve)),
    );
    const atWork = new Promise<void>((resolve) => {
      world.keyValue.get = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    const call = post(BODY, signed());
    const hungUp = expect(call).rejects.toMatchObject({code: 'ABORTED'});
    await atWork;
    call.abort();
    await Promise.all([closed, hungUp]);
    expect(counted()).toEqual({deferred: 1});
  });

  it('R-05 as deferred when the store is away and Zoom has to send it again', async () => {
    world.keyValue.fail();
    await post(BODY, signed());
    expect(counted()).toEqual({deferred: 1});
  });
});
