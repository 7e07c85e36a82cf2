import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {RestError} from '../../../server/hosts/standalone/mattermost/rest-error.js';
import {type RestRequest, sendRest} from '../../../server/hosts/standalone/mattermost/send-rest.js';
import {createAgents} from '../../../server/network/create-agents.js';
import {createHttpClient} from '../../../server/network/http-client.js';
import {closeServer} from '../../support/listen.js';
import {createManualClock, type ManualClock} from '../../support/manual-clock.js';
import {noProxy} from '../../support/no-proxy.js';

/** How Mattermost answers, one call after the other; the last one goes on. */
let answers: RequestListener[];
let asked: number;
let server: Server;
let clock: ManualClock;
beforeEach(async () => {
  clock = createManualClock();
  asked = 0;
  server = createServer((request, response) => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await closeServer(server);
});

const status =
  (code: number, body = '{}'): RequestListener =>
  (_request, response) =>
    void response.writeHead(code).end(body);
const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const http = createHttpClient(createAgents({keepAlive: false, findProxy: noProxy}));
const send = (request: RestRequest = {}) => sendRest({clock, http}, `${origin()}/api/v4/users/me`, request);
/** Lets pauses pass by the clock alone, those before the next answer. */
async function sendWithPauses(request: RestRequest = {}): Promise<{waited: number[]; error: unknown}> {
  const waited: number[] = [];
  let isDone = false;
  const sending = send(request).then(
    () => undefined,
    (error: unknown) => error,
  );
  void sending.then(() => (isDone = true));
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    const next = clock.nextIn();
    // The deadline of a call that is on its way is no pause.
    if (next === undefined || next > 1_000) continue;
    waited.push(next);
    clock.advance(next);
  }
  return {waited, error: await sending};
}

describe('A call of Mattermost’s REST API', () => {
  it('gives what was answered, and leaves no deadline behind', async () => {
    answers = [status(200, '{"id":"ana"}')];
    expect((await send()).data).toEqual({id: 'ana'});
    expect(clock.nextIn()).toBeUndefined();
  });

  it.each([429, 500, 503])('that only reads is sent again after %i, later each time', async (code) => {
    answers = [status(code), status(code), status(200)];
    expect(await sendWithPauses()).toEqual({waited: [400, 1_000], error: undefined});
    expect(asked).toBe(3);
  });

  it('is given up after three tries, with what Mattermost said', async () => {
    answers = [status(503, '{"message":"no database","id":"app.busy"}')];
    const {error} = await sendWithPauses({method: 'PUT'});
    expect(asked).toBe(3);
    expect(error).toMatchObject({status: 503, message: 'no database', id: 'app.busy'});
  });

  it('that creates something is sent once: it may have been carried out', async () => {
    answers = [status(500)];
    const {waited, error} = await sendWithPauses({method: 'POST', body: '{}'});
    expect([asked, waited]).toEqual([1, []]);
    expect(error).toMatchObject({status: 500, message: 'Mattermost answered with status 500'});
  });

  it.each([400, 401, 403, 404])('that is refused with %i is not repeated', async (code) => {
    answers = [status(code, '{"id":"api.refused","message":"no"}')];
    await expect(send()).rejects.toMatchObject({status: code, message: 'no', id: 'api.refused'});
    expect(asked).toBe(1);
  });

  it.each([
    [200, '<!doctype html><title>Sign in</title>'],
    [302, ''],
    [401, '<h1>Who are you?</h1>'],
    [403, '<h1>Blocked</h1>'],
    [404, '{"error":"no such page"}'],
    [404, ''],
  ])('that somebody else answers, with %i %j, says nothing about Mattermost', async (code, body) => {
    answers = [status(code, body)];
    await expect(send({method: 'POST'})).rejects.toMatchObject({
      status: undefined,
      message: `Something other than Mattermost answers at ${origin()} (status ${code})`,
    });
  });

  it('takes no redirect: the token would be carried elsewhere', async () => {
    const elsewhere: string[] = [];
    answers = [
      (_request, response) => void response.writeHead(302, {Location: `${origin()}/elsewhere`}).end(),
      (request, response) => {
        elsewhere.push(request.url ?? '');
        response.end('{}');
      },
    ];
    await expect(send({method: 'POST'})).rejects.toBeInstanceOf(RestError);
    expect(elsewhere).toEqual([]);
  });

  it('is given up after five seconds without an answer, and names the server', async () => {
    answers = [() => clock.advance(5_000)];
    await expect(send({method: 'POST'})).rejects.toMatchObject({
      status: undefined,
      message: `Mattermost does not answer at ${origin()}`,
    });
  });

  it('is given up when the answer is larger than 4 MiB', async () => {
    answers = [status(200, JSON.stringify('x'.repeat(4 * 1024 * 1024)))];
    await expect(send({method: 'POST'})).rejects.toMatchObject({status: undefined});
  });
});
