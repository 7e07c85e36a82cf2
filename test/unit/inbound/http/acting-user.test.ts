import type {Server} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import express from 'express';
import request from 'supertest';
import {actingUser, signedIn} from '../../../../server/inbound/http/acting-user.js';
import {closeServer, listen} from '../../../support/listen.js';
import {ana, ben} from '../../../support/people.js';

let server: Server;
beforeEach(async () => {
  const app = express();
  app.post('/', signedIn, (incoming, response) => void response.send(actingUser(incoming)));
  server = await listen(app);
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
});
