import type {Server} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import express from 'express';
import request from 'supertest';
import * as z from 'zod';
import {bodyUpTo} from '../../../../server/inbound/http/body-up-to.js';
import {jsonRoute} from '../../../../server/inbound/http/json-route.js';
import {texts} from '../../../../server/messages/texts.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {closeServer, listen} from '../../../support/listen.js';
import {ana} from '../../../support/people.js';
import {chatUnavailable} from '../../../../server/core/ports/port-error.js';

const schema = z.object({size: z.number(), tags: z.record(z.string(), z.string()).default({})});

interface Answer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

let world: FakeWorld;
let server: Server;
beforeEach(async () => {
  world = createFakeWorld();
  const route = jsonRoute(schema, {...world, texts}, async ({body, userId, reader}) => {
    if (body.size < 0) return {code: 'rate_limited', message: 'Too small', retryAfter: 7, more: {least: 0}};
    const {translate} = await reader();
    return {status: body.size === 0 ? 202 : 200, json: {...body, userId, words: translate('host.button')}};
  });
  const app = express();
  app.post('/', bodyUpTo(1024), route);
  server = await listen(app);
});
afterEach(() => closeServer(server));

const send = async (
  body: string,
  headers: Record<string, string> = {'Mattermost-User-Id': ana.id},
): Promise<Answer> =>
  request(server).post('/').set('Content-Type', 'application/json').set(headers).send(body);

describe('a route for JSON', () => {
  it('runs with what its schema read, and answers with status and body', async () => {
    const {status, body} = await send('{"size": 3, "other": true}');
    expect([status, body]).toEqual([200, {size: 3, tags: {}, userId: ana.id, words: 'Start as host'}]);
    expect((await send('{"size": 0}')).status).toBe(202);
  });

  it('gives each code its status', async () => {
    const {status, body, headers} = await send('{"size": -1}');
    expect([status, headers['retry-after'], headers['content-type'], body]).toEqual([
      429,
      '7',
      'application/problem+json; charset=utf-8',
      {
        type: '/plugins/zoom/api/v1/docs#rate_limited',
        title: 'Too many requests',
        status: 429,
        detail: 'Too small',
        code: 'rate_limited',
        message: 'Too small',
        least: 0,
      },
    ]);
  });

  it.each([
    ['', []],
    ['null', []],
    ['[]', []],
    ['{"size"', []],
    ['{}', ['size']],
    ['{"size": "3"}', ['size']],
    ['{"size": {}, "tags": {"canary": 1}}', ['size', 'tags']],
  ])(
    'says of the body %j which fields are wrong, and never what somebody else wrote',
    async (sent, fields) => {
      const {status, body} = await send(sent);
      expect([status, body]).toEqual([400, expect.objectContaining({code: 'bad_request', fields})]);
      expect(JSON.stringify(body)).not.toContain('canary');
    },
  );

  it('speaks the language of its person, and that of the browser where nobody is known', async () => {
    world.chat.users.set(ana.id, {...ana, locale: 'de'});
    expect((await send('{}')).body).toMatchObject({message: expect.stringContaining('Lade die Seite neu')});
    const stranger = await send('{}', {'Accept-Language': 'fr'});
    expect(stranger.body).toMatchObject({message: expect.stringContaining('Rechargez la page')});
  });

  it('says what is wrong also when Mattermost does not tell who asks', async () => {
    world.chat.faults.set('user', () => chatUnavailable('no answer'));
    expect((await send('{}')).status).toBe(400);
    expect(world.logger.lines).toMatchObject([
      {level: 'warn', fields: {error: expect.stringContaining('no answer')}},
    ]);
  });
});
