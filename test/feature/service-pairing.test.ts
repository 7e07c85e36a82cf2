import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {onEachHost} from '../support/on-each-host.js';
import type {HttpResponse} from '../support/plugin-host.js';
import {BEN, CHANNEL, createWorld, type World} from '../support/world.js';

/** What the script of a browser does that is no part of the plugin. */
onEachHost(
  'A browser without a session',
  ({start, pluginDir}) => {
    let world: World;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    });
    afterAll(() => world.close());
    const ask = (path: string, body: object, headers: Record<string, string> = {}): Promise<HttpResponse> =>
      world.host.http({
        method: 'POST',
        path,
        headers: {'Content-Type': 'application/json', ...headers},
        body: JSON.stringify(body),
      });
    const startMeeting = (token: string): Promise<HttpResponse> =>
      ask('/api/v1/meetings', {channel_id: CHANNEL}, token === '' ? {} : {Authorization: `Bearer ${token}`});
    const json = ({body}: HttpResponse): Record<string, string> =>
      JSON.parse(body.toString()) as Record<string, string>;

    it('is told a code, starts meetings once its person has typed it, and no more when they take it back', async () => {
      const stranger = await startMeeting('');
      const {code, message = '', pairing = ''} = json(stranger);
      expect([stranger.status, code]).toEqual([401, 'not_paired']);
      expect((await ask('/api/v1/pairings/claim', {pairing})).status).toBe(202);
      const line = /`(\/zoom pair [A-Z0-9-]+)`/.exec(message)?.[1] ?? '';
      expect((await world.type(line)).text).toContain('A browser is now connected to your account');
      const {token = ''} = json(await ask('/api/v1/pairings/claim', {pairing}));
      const started = await startMeeting(token);
      expect([started.status, json(started)['meeting_url']]).toEqual([200, expect.stringContaining('/j/')]);
      expect((await world.card()).message).toContain('Ana Silva opened');
      await world.type('/zoom pair off', {userId: BEN});
      expect((await startMeeting(token)).status).toBe(200);
      await world.type('/zoom pair off');
      expect((await startMeeting(token)).status).toBe(401);
    });

    it('cannot say who it is, by a header, a forged token or a code that nobody was told', async () => {
      expect((await ask('/api/v1/meetings', {channel_id: CHANNEL}, {'Mattermost-User-Id': BEN})).status).toBe(
        401,
      );
      expect((await startMeeting(`${BEN}.guess`)).status).toBe(401);
      expect((await world.type('/zoom pair AAAA-AAAA')).text).toContain('There is no such code');
      expect((await ask('/api/v1/pairings/claim', {pairing: 'guess'})).status).toBe(410);
    });

    it('learns without a name whether Zoom is set up', async () => {
      const answer = await world.host.http({path: '/api/v1/client'});
      expect([answer.status, json(answer)]).toMatchObject([200, {configured: true, is_admin: false}]);
    });

    it('is answered on Mattermost’s own pages alone', async () => {
      const preflight = (Origin: string): Promise<HttpResponse> =>
        world.host.http({method: 'OPTIONS', path: '/api/v1/meetings', headers: {Origin}});
      const [own, foreign] = [await preflight(world.host.siteUrl), await preflight('https://evil.example')];
      expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([204, world.host.siteUrl]);
      expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
      expect(own.headers.get('access-control-allow-credentials')).toBeNull();
    });
  },
  {lacks: ['sessions']},
);
