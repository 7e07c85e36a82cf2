import {once} from 'node:events';
import {type IncomingMessage, request as openRequest, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import request from 'supertest';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {createHttpUnderTest, URL_SECRET} from '../../../support/http-under-test.js';
import {closeServer, listen} from '../../../support/listen.js';
import {signWebhook} from '../../../support/sign-webhook.js';

const PATH = `/webhook?secret=${URL_SECRET}`;
const LIMIT = 512 * 1024;

let world: FakeWorld;
let server: Server;
beforeEach(async () => {
  world = createFakeWorld();
  server = await listen(createHttpUnderTest(world).app);
});
afterEach(() => closeServer(server));

const bodyOf = (length: number) => JSON.stringify({event: 'x', filling: ''}).padEnd(length, ' ');
const post = (headers: Record<string, string | number>) =>
  openRequest({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    path: PATH,
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...headers},
  });
const answerOf = async (sent: ReturnType<typeof post>): Promise<IncomingMessage> => {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
};

describe('W-16 the body of a webhook', () => {
  it.each([
    [LIMIT, 204],
    [LIMIT + 1, 413],
  ])('of %i bytes is answered with %i', async (length, status) => {
    const body = bodyOf(length);
    const response = await request(server)
      .post(PATH)
      .set('Content-Type', 'application/json')
      .set(signWebhook(body, world.clock.now()))
      .send(body);
    expect([response.status, response.text]).toEqual([status, '']);
  });

  it('that promises too much is refused before it comes', async () => {
    const sent = post({'Content-Length': 300 * 1024 * 1024});
    sent.on('error', () => undefined);
    sent.write('{');
    expect((await answerOf(sent)).statusCode).toBe(413);
    sent.destroy();
  });

  it('that has no end is refused after the limit, and no more of it is kept', async () => {
    const sent = post({'Transfer-Encoding': 'chunked'});
    sent.on('error', () => undefined);
    const chunk = Buffer.alloc(64 * 1024, ' ');
    let isAnswered = false;
    const answer = answerOf(sent).finally(() => (isAnswered = true));
    let length = 0;
    while (!isAnswered) {
      length += chunk.length;
      if (!sent.write(chunk)) await Promise.race([once(sent, 'drain'), answer]);
    }
    expect((await answer).statusCode).toBe(413);
    expect(length).toBeGreaterThan(LIMIT);
    sent.destroy();
  });

  it('that is shorter than promised has no effect, and the next one is taken', async () => {
    const sent = post({'Content-Length': 1000, ...signWebhook('{"event":"x"}', world.clock.now())});
    sent.on('error', () => undefined);
    const taken = once(server, 'request');
    sent.write('{"event":"x"}');
    await taken;
    sent.destroy();
    const body = bodyOf(100);
    const next = request(server).post(PATH).set('Content-Type', 'application/json');
    expect((await next.set(signWebhook(body, world.clock.now())).send(body)).status).toBe(204);
  });

  it('that is longer than promised is forged: the signature is over all of it', async () => {
    const body = '{"event":"x"}';
    const sent = post({'Content-Length': body.length - 1, ...signWebhook(body, world.clock.now())});
    sent.on('error', () => undefined);
    sent.end(body.slice(0, -1));
    expect((await answerOf(sent)).statusCode).toBe(401);
  });

  it('that is packed is refused: nobody knows how large it would become', async () => {
    const body = gzipSync(bodyOf(1_000));
    const response = await request(server)
      .post(PATH)
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .set(signWebhook(body, world.clock.now()))
      .serialize(() => body as unknown as string)
      .send({});
    expect(response.status).toBe(415);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'multipart/form-data'])(
    'of the kind %s is answered with 415, whatever its signature',
    async (type) => {
      const body = '{"event":"x"}';
      const sent = request(server).post(PATH).set('Content-Type', type);
      expect((await sent.set(signWebhook(body, world.clock.now())).send(body)).status).toBe(415);
    },
  );

  it('of no kind at all is answered with 415', async () => {
    const sent = post({'Content-Type': ''});
    sent.end('{}');
    expect((await answerOf(sent)).statusCode).toBe(415);
  });

  it('may be empty', async () => {
    const sent = post({'Content-Length': 0, ...signWebhook('', world.clock.now())});
    sent.end();
    expect((await answerOf(sent)).statusCode).toBe(204);
  });
});
