import type {Server} from 'node:http';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import request from 'supertest';
import {CAPABILITIES} from '../../server/core/domain/capabilities.js';
import {ROUTE_TABLE} from '../../server/inbound/http/routes.js';
import {createFakeWorld, type FakeWorld} from '../support/fake-world.js';
import {createHttpUnderTest} from '../support/http-under-test.js';
import {closeServer, listen} from '../support/listen.js';
import {ana, ben} from '../support/people.js';

/** What a plugin could be handed by Mattermost that names no person of a session. */
const HEADERS: readonly (readonly [string, Record<string, string | string[]>])[] = [
  [
    'another plugin, in somebody’s name',
    {'Mattermost-User-Id': ana.id, 'Mattermost-Plugin-ID': 'com.example.other'},
  ],
  ['another plugin without a name', {'Mattermost-User-Id': ana.id, 'Mattermost-Plugin-ID': ''}],
  ['two people', {'Mattermost-User-Id': [ana.id, ben.id]}],
  ['one person twice', {'Mattermost-User-Id': [ana.id, ana.id]}],
  ['an empty name', {'Mattermost-User-Id': ''}],
  ['no id', {'Mattermost-User-Id': 'ana'}],
  ['an id in capitals', {'Mattermost-User-Id': ana.id.toUpperCase()}],
  ['a longer id', {'Mattermost-User-Id': `${ana.id}a`}],
];

/** But for how often a webhook was refused. */
const rowsOf = ({keyValue}: FakeWorld): readonly string[] =>
  Object.entries(keyValue.rows()).flatMap(([key, value]) => (key === 'webhook_activity' ? [] : [key, value]));

/**
 * Through a real server, a client cannot send any of this (attack/routes). So it is asked of the composed application,
 * route by route: whoever is named so is treated as nobody.
 */
describe('A caller whom the headers do not name as one person', () => {
  let world: FakeWorld;
  let server: Server;
  beforeAll(async () => {
    world = createFakeWorld();
    server = await listen(createHttpUnderTest(world).app);
  });
  afterAll(() => closeServer(server));

  const rows = ROUTE_TABLE.filter(({on}) => on(CAPABILITIES.plugin));
  const ask = async (
    {method, path}: (typeof rows)[number],
    headers: Record<string, string | string[]>,
  ): Promise<readonly [number, string, string]> => {
    const asked = request(server)
      [method](path)
      .set(headers as Record<string, string>);
    const answer = await (method === 'get'
      ? asked
      : asked.send({context: {}, channel_id: 'c', user_id: ana.id}));
    return [answer.status, String(answer.headers['location'] ?? ''), answer.text];
  };

  it.each(HEADERS)('A-04 is nobody on every route, as %s', async (_what, headers) => {
    const before = [rowsOf(world), world.chat.posts.size];
    for (const row of rows) {
      expect([row.path, ...(await ask(row, headers))]).toEqual([row.path, ...(await ask(row, {}))]);
    }
    expect([rowsOf(world), world.chat.posts.size]).toEqual(before);
  });

  it('is somebody where one person is named, on each route that knows people', async () => {
    const knowing = rows.filter(({who}) => ['reader', 'person', 'admin', 'presser'].includes(who));
    for (const row of knowing) {
      const [nobody] = await ask(row, {});
      const [somebody] = await ask(row, {'Mattermost-User-Id': ana.id});
      expect([row.path, nobody, somebody === 401]).toEqual([row.path, 401, false]);
    }
  });
});
