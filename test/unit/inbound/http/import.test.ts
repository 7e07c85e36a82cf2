import type {Server} from 'node:http';
import {afterEach, beforeEach, expect, it} from '@jest/globals';
import request from 'supertest';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
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

it('A page that Zoom knows no more is 410, and what it does not do for somebody is no fault of the server', async () => {
  const list = (query: string) =>
    request(server).get(`/api/v1/import?kind=webinar${query}`).set('Mattermost-User-Id', ana.id);
  world.zoom.operations.listWebinars = async () => {
    throw zoomTrouble({kind: 'invalid', fields: []});
  };
  expect((await list('&page=old')).body).toMatchObject({status: 410, code: 'cursor_expired'});
  world.zoom.operations.listWebinars = async () => {
    throw zoomTrouble({kind: 'refused', code: 200});
  };
  expect((await list('')).body).toMatchObject({status: 422, code: 'zoom_rejected'});
});
