import {afterEach, expect, it} from '@jest/globals';
import type {RawRequest} from '../../../../server/core/ports/zoom/raw-request.js';
import {answerJson, type Behaviour} from '../../../support/fault-server.js';
import {errorOf, noHurry, startZoomUnderTest, type ZoomUnderTest} from './zoom-under-test.js';

let under: ZoomUnderTest;
afterEach(() => under.server.close());

const start = async (api: Behaviour): Promise<void> => void (under = await startZoomUnderTest({api}));
const send = (request: Partial<RawRequest>): Promise<unknown> =>
  under.zoom
    .as({kind: 'server'}, noHurry())
    .raw({method: 'GET', path: ['users', 'me'], query: {}, ...request});
const sent = (): readonly string[] => under.server.requests.filter((line) => line !== 'POST /oauth/token');

it('a raw request arrives at its path and nowhere else, and answers whatever Zoom does', async () => {
  await start(answerJson(200, {any: {thing: [1, null]}}));
  expect(await send({path: ['past_meetings', {uuid: '/abc=='}, 'x y'], query: {a: 'b&c', d: 1}})).toEqual({
    any: {thing: [1, null]},
  });
  expect(sent()).toEqual(['GET /v2/past_meetings/%252Fabc%253D%253D/x%20y?a=b%26c&d=1']);
});

it('a raw request says so where Zoom only says that it is done', async () => {
  await start((_request, response) => void response.writeHead(204).end());
  expect(await send({method: 'DELETE'})).toBeUndefined();
});

it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)(
  'a raw request (%s) is sent once more only where that changes nothing',
  async (method) => {
    await start(answerJson(503, {}));
    expect((await errorOf(send({method}))).problem).toEqual({kind: 'server-error', status: 503});
    expect(sent()).toHaveLength(method === 'GET' ? 2 : 1);
  },
);
