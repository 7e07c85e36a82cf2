import type {Server} from 'node:http';
import {afterEach, beforeEach, expect, it} from '@jest/globals';
import request from 'supertest';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {createHttpUnderTest} from '../../../support/http-under-test.js';
import {closeServer, listen} from '../../../support/listen.js';
import {ana} from '../../../support/people.js';

let world: FakeWorld;
let server: Server;
beforeEach(async () => {
  world = createFakeWorld();
  server = await listen(createHttpUnderTest(world).app);
});
afterEach(() => closeServer(server));

it('A list goes on where its last page ended', async () => {
  const asked: unknown[] = [];
  world.zoom.operations.listMeetings = async ({next_page_token}) => {
    asked.push(next_page_token);
    return {meetings: [], next_page_token: undefined};
  };
  const page = 'WzEwMCwxNzk2MDU4NTExMjczXQ==';
  const path = `/api/v1/import?kind=meeting&page=${encodeURIComponent(page)}`;
  expect((await request(server).get(path).set('Mattermost-User-Id', ana.id)).body).toEqual({items: []});
  expect(asked).toEqual([page]);
});
