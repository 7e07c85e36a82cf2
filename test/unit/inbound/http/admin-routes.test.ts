import type {Server} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import request from 'supertest';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {createHttpUnderTest} from '../../../support/http-under-test.js';
import {closeServer, listen} from '../../../support/listen.js';
import {admin, ana} from '../../../support/people.js';
import {chatUnavailable} from '../../../../server/core/ports/port-error.js';

let world: FakeWorld;
let server: Server;
beforeEach(async () => {
  world = createFakeWorld();
  world.chat.users.set(admin.id, admin);
  server = await listen(createHttpUnderTest(world).app);
});
afterEach(() => closeServer(server));

const setup = (userId = admin.id) =>
  request(server).get('/api/v1/admin/setup').set('Mattermost-User-Id', userId);
const test = (userId = admin.id) =>
  request(server).post('/api/v1/admin/test').set('Mattermost-User-Id', userId).send({settings: {}});

describe('The admin routes', () => {
  it('A-04 are for no other plugin, no duplicated header, nobody without a session', async () => {
    for (const headers of [
      {},
      {'Mattermost-User-Id': `${admin.id}, ${ana.id}`},
      {'Mattermost-User-Id': admin.id, 'Mattermost-Plugin-ID': 'other'},
    ]) {
      const answer = await request(server).get('/api/v1/admin/setup').set(headers);
      expect([answer.status, answer.body]).toEqual([401, expect.objectContaining({code: 'not_signed_in'})]);
    }
  });

  it('A-06 are for system administrators as they are now: not for others, not for deactivated ones', async () => {
    world.chat.users.set(admin.id, {...admin, isDeactivated: true});
    for (const answer of [await setup(), await test(), await setup(ana.id), await test(ana.id)]) {
      expect([answer.status, answer.body]).toEqual([403, expect.objectContaining({code: 'not_an_admin'})]);
    }
    expect(world.zoom.calls).toEqual([]);
  });

  it('say so when Mattermost does not tell who asks', async () => {
    world.chat.faults.set('user', () => chatUnavailable('canary'));
    const answer = await test();
    expect([answer.status, answer.body]).toEqual([
      503,
      expect.objectContaining({
        code: 'chat_unavailable',
        message: 'Mattermost did not answer just now. Try again in a minute.',
      }),
    ]);
    expect(world.logger.lines).toMatchObject([{level: 'error'}]);
  });

  it('tell what to copy also when the store fails', async () => {
    world.keyValue.fail();
    const answer = await setup();
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      webhook_url: 'https://chat.example.org/plugins/zoom/webhook?secret=url-secret',
      missing: [],
    });
    expect(answer.body).not.toHaveProperty('last_webhook_at');
  });

  it('S-10 run one test of a person at a time', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const begun = new Promise<void>((resolve) => {
      world.zoom.faults.set('signIn', async () => {
        resolve();
        await held;
        return undefined;
      });
    });
    const first = test().then((answer) => answer);
    await begun;
    const second = await test();
    expect([second.status, second.body]).toEqual([
      429,
      expect.objectContaining({
        code: 'rate_limited',
        message: 'Your last test is still running. Wait for its result.',
      }),
    ]);
    release();
    expect((await first).status).toBe(200);
  });
});
