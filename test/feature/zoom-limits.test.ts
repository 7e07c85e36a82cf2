import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {onAnyHost} from '../support/on-each-host.js';
import {pairBrowser} from '../support/pair-browser.js';
import type {HttpResponse} from '../support/plugin-host.js';
import {createWorld, type World} from '../support/world.js';

onAnyHost('What Zoom allows an account without licences', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
    grantAllScopes(world.zoom);
    for (const user of world.zoom.users) Object.assign(user, {type: 1});
    // As a free account has it.
    Object.assign(world.zoom.limits, {light: 4, medium: 2});
  });
  afterAll(() => world.close());

  it('O-23 is left to people who start meetings, however much a script asks', async () => {
    const token = capabilities.sessions
      ? undefined
      : await pairBrowser(world, {userId: world.ana, channelId: world.channelId});
    const ask = (): Promise<HttpResponse> =>
      world.host.http({
        method: 'GET',
        path: '/api/v1/zoom/users/me/meetings',
        headers: token === undefined ? {} : {Authorization: `Bearer ${token}`},
        ...(token === undefined && {userId: world.ana}),
      });
    expect((await ask()).status).toBe(200);
    const script = Promise.all(Array.from({length: 12}, ask));
    await world.type('/zoom start Weekly');
    expect(await world.cards()).toHaveLength(1);
    const answers = await script;
    const isRefused = ({status}: HttpResponse): boolean => status === 429;
    expect(answers.filter(({status}) => status === 200).length).toBeGreaterThan(1);
    expect(answers.filter(isRefused).length).toBeGreaterThan(1);
    const [{headers, body}] = answers.filter(isRefused) as [HttpResponse];
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.parse(body.toString())).toMatchObject({
      code: 'rate_limited',
      detail: expect.stringContaining('for starting meetings'),
    });
  });
});
