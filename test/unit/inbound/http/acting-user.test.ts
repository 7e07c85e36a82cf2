import type {Server} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {RequestHandler} from 'express';
import request from 'supertest';
import {actingUser, signedIn, signedInOrPlugin} from '../../../../server/inbound/http/acting-user.js';
import {createHttp, type Route} from '../../../../server/inbound/http/create-http.js';
import {texts} from '../../../../server/messages/texts.js';
import {closeServer, listen} from '../../../support/listen.js';
import {ana, ben} from '../../../support/people.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

let server: Server;
beforeEach(async () => {
  const name: RequestHandler = (incoming, response) => void response.send(actingUser(incoming));
  const routes: readonly Route[] = [
    {method: 'post', path: '/', handlers: [signedIn, name]},
    {method: 'post', path: '/api/for-plugins', handlers: [signedInOrPlugin(['com.example.trusted']), name]},
  ];
  server = await listen(createHttp({routes, logger: createRecordingLogger(), texts}));
});
afterEach(() => closeServer(server));

const ask = (headers: Record<string, string | string[]>) =>
  request(server)
    .post('/')
    .set(headers as Record<string, string>);

describe('the acting user', () => {
  it('is whom Mattermost names', async () => {
    const response = await ask({'Mattermost-User-Id': ana.id});
    expect([response.status, response.text]).toEqual([200, ana.id]);
  });

  it('is never one whom the body names', async () => {
    const response = await request(server).post('/').send({user_id: ben.id, 'Mattermost-User-Id': ben.id});
    expect(response.status).toBe(401);
  });

  it.each<[string, Record<string, string | string[]>]>([
    ['nobody', {}],
    ['an empty name', {'Mattermost-User-Id': ''}],
    ['two people', {'Mattermost-User-Id': [ana.id, ben.id]}],
    ['one person twice', {'Mattermost-User-Id': [ana.id, ana.id]}],
    ['no id', {'Mattermost-User-Id': 'ana'}],
    ['an id in capitals', {'Mattermost-User-Id': ana.id.toUpperCase()}],
    ['another plugin', {'Mattermost-User-Id': ana.id, 'Mattermost-Plugin-ID': 'com.example.other'}],
    ['another plugin without a name', {'Mattermost-User-Id': ana.id, 'Mattermost-Plugin-ID': ''}],
  ])('A-04 is refused for %s', async (_who, headers) => {
    const response = await ask(headers);
    expect([response.status, response.text]).toEqual([401, '']);
  });

  it.each([
    ['a plugin of the list, in the name of a person', {'Mattermost-Plugin-ID': 'com.example.trusted'}, 200],
    ['a plugin that is not on the list', {'Mattermost-Plugin-ID': 'com.example.other'}, 401],
    ['a plugin without a name', {'Mattermost-Plugin-ID': ''}, 401],
    ['a person', {}, 200],
  ])('A-04 is, where plugins may name one, whom %s names', async (_who, headers, status) => {
    const named = await request(server)
      .post('/api/for-plugins')
      .set({'Mattermost-User-Id': ana.id, ...headers});
    expect([named.status, status === 200 ? named.text : named.body]).toEqual([
      status,
      status === 200 ? ana.id : expect.objectContaining({code: 'not_signed_in'}),
    ]);
    const unnamed = await request(server).post('/api/for-plugins').set(headers);
    expect(unnamed.status).toBe(401);
  });
});
