import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {onEachHost} from '../support/on-each-host.js';
import type {HostPost, HttpResponse} from '../support/plugin-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {waitFor} from '../support/wait-for.js';
import {ADMIN, CHANNEL, createWorld, type Reply, type World} from '../support/world.js';

/** As `world.anew()` names them. */
const usernameOf = (id: string): string => id.replace(/x?0+$/, '');

/** What the script of a browser does that is no part of the plugin. */
onEachHost(
  'A browser without a session',
  ({start, pluginDir}) => {
    let world: World;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world = await world.anew();
    });
    const ask = (path: string, body: object, headers: Record<string, string> = {}): Promise<HttpResponse> =>
      world.host.http({
        method: 'POST',
        path,
        headers: {'Content-Type': 'application/json', ...headers},
        body: JSON.stringify(body),
      });
    const startMeeting = (token: string): Promise<HttpResponse> =>
      ask(
        '/api/v1/meetings',
        {channel_id: world.channelId},
        token === '' ? {} : {Authorization: `Bearer ${token}`},
      );
    const startLink = (token: string, {card_id, meeting_id}: Record<string, string>): Promise<HttpResponse> =>
      ask('/api/v1/start-links', {card_id, meeting_id}, {Authorization: `Bearer ${token}`});
    const json = ({body}: HttpResponse): Record<string, string> =>
      JSON.parse(body.toString()) as Record<string, string>;

    /** What the bot has said to the person alone, the newest. */
    const told = async (words: string): Promise<HostPost> =>
      waitFor(world.host, async () =>
        (await world.host.posts()).findLast(({message}) => message.includes(words)),
      );
    /** The direct message that asks whether to connect the browser, with its button. */
    const question = async (line: string, userId = world.ana): Promise<Pick<Reply, 'attachments'>> => {
      const {text} = await world.type(line, {userId, channelId: world.channelId});
      expect(text).toContain('A direct message from the bot asks whether to connect the browser');
      const code = line.split(' ').at(-1) ?? '';
      const {channel_id, props} = await told(`the code \`${code}\``);
      expect(channel_id).not.toBe(world.channelId);
      return {attachments: (props['attachments'] ?? []) as unknown[]};
    };
    /** A browser of theirs: its token. */
    const pair = async (userId = world.ana): Promise<string> => {
      const {message = '', pairing = ''} = json(await startMeeting(''));
      const line = /`(\/zoom pair [A-Z0-9-]+)`/.exec(message)?.[1] ?? '';
      const {integration} = buttonOf(await question(line, userId), 'confirmPairing');
      expect((await pressButton(world, integration, {userId})).status).toBe(200);
      return json(await ask('/api/v1/pairings/claim', {pairing}))['token'] ?? '';
    };

    it('is told a code, starts meetings once its person has confirmed it, and no more when they take it back', async () => {
      const stranger = await startMeeting('');
      const {code, message = '', pairing = ''} = json(stranger);
      expect([stranger.status, code]).toEqual([401, 'not_paired']);
      expect((await ask('/api/v1/pairings/claim', {pairing})).status).toBe(202);
      const line = /`(\/zoom pair [A-Z0-9-]+)`/.exec(message)?.[1] ?? '';
      const asked = await question(line);
      // What is typed alone connects nothing: others may have sent it in this person's name.
      expect((await ask('/api/v1/pairings/claim', {pairing})).status).toBe(202);
      await pressButton(world, buttonOf(asked, 'confirmPairing').integration, {userId: world.ana});
      await told('A browser is now connected to your account');
      const {token = ''} = json(await ask('/api/v1/pairings/claim', {pairing}));
      const started = await startMeeting(token);
      expect([started.status, json(started)['meeting_url']]).toEqual([200, expect.stringContaining('/j/')]);
      expect((await world.card()).message).toContain('Ana Silva opened');
      await world.type('/zoom pair off', {userId: world.ben});
      expect((await startMeeting(token)).status).toBe(200);
      await world.type('/zoom pair off');
      expect((await startMeeting(token)).status).toBe(401);
    });

    it('A-03 is connected by nobody but the person who was asked', async () => {
      const {message = '', pairing = ''} = json(await startMeeting(''));
      const line = /`(\/zoom pair [A-Z0-9-]+)`/.exec(message)?.[1] ?? '';
      const {integration} = buttonOf(await question(line), 'confirmPairing');
      await pressButton(world, integration, {userId: world.ben});
      const forged = {...integration, context: {...(integration.context as object), userId: world.ben}};
      expect((await pressButton(world, forged, {userId: world.ben})).status).toBe(403);
      expect((await ask('/api/v1/pairings/claim', {pairing})).status).toBe(202);
    });

    it('is listed for its person, who disconnects one of several', async () => {
      const [lost, kept] = [await pair(), await pair()];
      const {text} = await world.type('/zoom pair list');
      const ids = [...text.matchAll(/^- `([0-9a-f]{6})`, since /gm)].map(([, id]) => id);
      expect(ids).toHaveLength(2);
      expect((await world.type(`/zoom pair off ${ids[1]}`)).text).toContain('is no longer connected');
      expect([(await startMeeting(lost)).status, (await startMeeting(kept)).status]).toEqual([401, 200]);
      expect((await world.type(`/zoom pair off ${ids[1]}`)).text).toContain('None of your browsers is');
      await world.type('/zoom pair off');
      expect((await world.type('/zoom pair list')).text).toBe('No browser is connected to your account.');
    });

    it('A-06 is listed and disconnected by a system administrator, and by nobody else', async () => {
      const token = await pair();
      const username = usernameOf(world.ana);
      const as = (userId: string, line: string) =>
        world.type(line, {userId, channelId: world.channelId}).then(({text}) => text);
      expect(await as(world.ben, `/zoom pair off @${username}`)).toContain('Only a system administrator');
      expect((await startMeeting(token)).status).toBe(200);
      expect(await as(ADMIN, `/zoom pair list @${username}`)).toMatch(/account of `ana\d*`:\n- `/);
      expect(await as(ADMIN, '/zoom pair off @nobody')).toContain('Nobody in this team is called `nobody`');
      expect(await as(ADMIN, `/zoom pair off @${username}`)).toContain('any more');
      expect((await startMeeting(token)).status).toBe(401);
    });

    it.each([
      ['deactivated', {delete_at: 1}, 'restricted'],
      ['made a guest', {roles: 'system_guest'}, 'restricted'],
    ] as const)('A-01 does nothing for a person who was %s', async (_what, change, code) => {
      const token = await pair();
      const started = json(await startMeeting(token));
      await world.host.seed({users: [{id: world.ana, ...change}]});
      const before = world.zoom.requests.length;
      const answer = await startLink(token, started);
      expect([answer.status, json(answer)['code']]).toEqual([403, code]);
      expect(json(answer)).not.toHaveProperty('start_url');
      expect(world.zoom.requests.length).toBe(before);
    });

    it('is connected to nobody any more once its person was deactivated, even when they come back', async () => {
      const token = await pair();
      await world.host.seed({users: [{id: world.ana, delete_at: 1}]});
      // No browser asks meanwhile: the service hears of it from Mattermost.
      await waitFor(
        world.host,
        async () =>
          (await world.host.kv()).get(`browsers_${world.ana}`)?.toString().includes('"ended":true') ||
          undefined,
      );
      await world.host.seed({users: [{id: world.ana, delete_at: 0}]});
      expect((await startMeeting(token)).status).toBe(401);
    });

    it('A-01 gets no host link for a person who is no longer in the channel of the meeting', async () => {
      const token = await pair();
      const started = json(await startMeeting(token));
      expect((await startLink(token, started)).status).toBe(200);
      await world.host.seed({members: [{channel_id: world.channelId, user_id: world.ana, left: true}]});
      const before = world.zoom.requests.length;
      const refused = await startLink(token, started);
      expect([refused.status, json(refused)['code']]).toEqual([403, 'no_access']);
      expect((await startMeeting(token)).status).toBe(403);
      expect(world.zoom.requests.length).toBe(before);
    });

    it('cannot say who it is, by a header, a forged token or a code that nobody was told', async () => {
      expect(
        (await ask('/api/v1/meetings', {channel_id: world.channelId}, {'Mattermost-User-Id': world.ben}))
          .status,
      ).toBe(401);
      expect((await startMeeting(`${world.ben}.guess`)).status).toBe(401);
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

    it('S-15 a stranger who asks for codes without end keeps nobody else from being paired', async () => {
      const from = (address: string): Promise<HttpResponse> =>
        ask('/api/v1/meetings', {channel_id: CHANNEL}, {'X-Forwarded-For': address});
      // What stands before the last address was written by the stranger.
      const flood = await Promise.all(
        Array.from({length: 90}, (_, index) => from(`198.51.100.${index}, 203.0.113.7`)),
      );
      expect(flood.filter(({status}) => status === 401)).toHaveLength(60);
      const refused = flood.find(({status}) => status === 429);
      const seconds = Number(refused?.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(0);
      expect(json(refused as HttpResponse)).toMatchObject({
        code: 'rate_limited',
        message: expect.stringContaining(`Press the button again in ${seconds} second`),
      });
      expect((await from('203.0.113.8')).status).toBe(401);
      const network = '2001:db8:0:7';
      await Promise.all(Array.from({length: 60}, (_, index) => from(`${network}::${index + 1}`)));
      expect((await from(`${network}:ffff::1`)).status).toBe(429);
      expect((await from('2001:db8:0:8::1')).status).toBe(401);
    });

    it('S-15 who tries one code after the other is told when to go on, and nobody else is', async () => {
      const guesses = [];
      for (let index = 0; index < 12; index++)
        guesses.push((await world.type(`/zoom pair AAAA-AAA${index % 8}`)).text);
      expect(guesses.filter((text) => text.includes('There is no such code')).length).toBeLessThanOrEqual(10);
      expect(guesses.at(-1)).toMatch(
        /^You have typed many codes in a short time\. You can try again at \d\d:\d\d/,
      );
      expect((await world.type('/zoom pair AAAA-AAAA', {userId: world.ben})).text).toContain(
        'There is no such code',
      );
    });
  },
  {lacks: ['sessions']},
);
