import type {Server} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {RequestHandler} from 'express';
import request from 'supertest';
import {createHttp, type Route} from '../../../../server/inbound/http/create-http.js';
import {texts} from '../../../../server/messages/texts.js';
import {closeServer, listen} from '../../../support/listen.js';
import {createRecordingLogger, type RecordingLogger} from '../../../support/recording-logger.js';
import {storeUnavailable} from '../../../../server/core/ports/port-error.js';

const PATHS = ['/webhook', '/api/v1/meetings'];

let logger: RecordingLogger;
let server: Server;
let reached: string[];
const reach =
  (name: string): RequestHandler =>
  (_request, response) => {
    reached.push(name);
    response.status(204).end();
  };
const guard: RequestHandler = (request, response, next) => {
  if (request.get('X-Known') === 'yes') next();
  else response.status(401).end();
};
async function serve(webhook: RequestHandler = reach('webhook')): Promise<void> {
  const routes: readonly Route[] = [
    {method: 'post', path: '/webhook', handlers: [webhook]},
    {method: 'post', path: '/api/v1/meetings', handlers: [guard, reach('meetings')]},
  ];
  server = await listen(createHttp({routes, logger, texts}));
}
beforeEach(() => {
  logger = createRecordingLogger();
  reached = [];
});
afterEach(() => closeServer(server));

describe('the HTTP surface', () => {
  it('reaches what is in its table, behind its guards', async () => {
    await serve();
    expect((await request(server).post('/webhook')).status).toBe(204);
    expect((await request(server).post('/api/v1/meetings')).status).toBe(401);
    expect((await request(server).post('/api/v1/meetings').set('X-Known', 'yes')).status).toBe(204);
    expect(reached).toEqual(['webhook', 'meetings']);
  });

  it.each(PATHS)('W-18 answers 405 with Allow to every other method of %s', async (path) => {
    await serve();
    for (const method of ['get', 'head', 'put', 'patch', 'delete', 'options'] as const) {
      const response = await request(server)[method](path);
      const {code} = response.body as {code?: string};
      expect([method, response.status, response.headers['allow'], code]).toEqual([
        method,
        405,
        'POST',
        path.startsWith('/api/') && method !== 'head' ? 'method_not_allowed' : undefined,
      ]);
    }
    expect(reached).toEqual([]);
  });

  it.each([
    '/',
    '/Webhook',
    '/webhook/',
    '/webhook/x',
    '/webhooks',
    '/api/v1',
    '/api/v1/actions/other',
    '//webhook',
  ])('answers 404 to POST %s', async (path) => {
    await serve();
    const response = await request(server).post(path);
    expect([response.status, path.startsWith('/api/') ? response.body : response.text]).toEqual([
      404,
      path.startsWith('/api/') ? expect.objectContaining({code: 'no_such_route'}) : '',
    ]);
    expect(reached).toEqual([]);
  });

  it('does not say what it is made of', async () => {
    await serve();
    for (const path of ['/webhook', '/nothing']) {
      const response = await request(server).post(path);
      expect(response.headers).not.toHaveProperty('x-powered-by');
      expect(response.headers).not.toHaveProperty('etag');
    }
  });

  it('answers 404 to an address that is not well-formed', async () => {
    await serve();
    const response = await request(server).post('/webhook%zz');
    expect([response.status, response.text]).toEqual([404, '']);
  });
});

describe('A-07 a handler that fails', () => {
  it('because the store does is 503 with a sentence, and may be asked again', async () => {
    await serve(() => Promise.reject(storeUnavailable('canary detail')));
    const response = await request(server).post('/webhook').set('Accept-Language', 'de');
    expect([response.status, response.headers['retry-after'], response.body]).toEqual([
      503,
      '30',
      expect.objectContaining({
        code: 'store_unavailable',
        message: expect.stringMatching(/^Die Daten .* nicht zu erreichen/),
      }),
    ]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('canary detail');
      },
    ],
    ['rejects', () => Promise.reject(new Error('canary detail'))],
  ] as const)(
    'because it %s is 500 without a word, one line in the log, and the next is served',
    async (_how, fail) => {
      let fails = true;
      await serve((_request, response) => {
        if (fails) return fail();
        response.status(204).end();
      });
      const response = await request(server).post('/webhook');
      expect([response.status, response.text]).toEqual([500, '']);
      expect(logger.lines).toMatchObject([{level: 'error', fields: {route: '/webhook'}}]);
      fails = false;
      expect((await request(server).post('/webhook')).status).toBe(204);
    },
  );

  it('A-48 is logged by the name of its route, without what lets somebody in by its path', async () => {
    const fail: RequestHandler = () => Promise.reject(new Error('detail'));
    const routes: readonly Route[] = [{method: 'get', path: '/join-page/:pass/meeting', handlers: [fail]}];
    server = await listen(createHttp({routes, logger, texts}));
    await request(server).get('/join-page/canary-pass/meeting?canary=1');
    expect(logger.lines).toMatchObject([{level: 'error', fields: {route: '/join-page/:pass/meeting'}}]);
    expect(JSON.stringify(logger.lines)).not.toContain('canary');
  });

  it('after its headers were sent closes the connection, and the next is served', async () => {
    let fails = true;
    await serve(async (_request, response) => {
      if (!fails) return void response.status(204).end();
      response.writeHead(200, {'Content-Length': 10}).flushHeaders();
      throw new Error('too late');
    });
    await expect(request(server).post('/webhook')).rejects.toThrow();
    fails = false;
    expect((await request(server).post('/webhook')).status).toBe(204);
  });
});
