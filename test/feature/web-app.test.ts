import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {pressAndRead} from '../support/press-button.js';
import {onEachHost} from '../support/on-each-host.js';
import type {HttpResponse, PluginConfig} from '../support/plugin-host.js';
import {waitFor} from '../support/wait-for.js';
import {ADMIN, connectedTo, createWorld, type World} from '../support/world.js';

type Json = Record<string, unknown>;
const jsonOf = ({body}: HttpResponse): Json => JSON.parse(body.toString()) as Json;

onEachHost(
  'What the web app asks for',
  ({start, pluginDir}) => {
    let world: World;
    let settings: PluginConfig;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir()});
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world = await world.anew();
      settings = await world.host.pluginConfig();
    });
    afterEach(() => world.host.setPluginConfig(settings));

    const post = (path: string, body: unknown, userId: string | undefined = world.ana) =>
      world.host.http({
        method: 'POST',
        path,
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify(body),
        ...(userId === undefined ? {} : {userId}),
      });
    const startMeeting = (body: Json = {}, userId = world.ana, query = '') =>
      post(
        `/api/v1/meetings${query}`,
        {channel_id: world.channelId, topic: 'Weekly planning', ...body},
        userId,
      );
    const client = async (userId = world.ana) =>
      jsonOf(await world.host.http({path: '/api/v1/client', userId}));

    it('a start by button posts the card and answers with its link and post', async () => {
      const answer = await startMeeting();
      const card = await world.card();
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const {meeting_link: link, meeting_id: number, zoom_card: ours} = card.props;
      expect(jsonOf(answer)).toEqual({
        meeting_url: link,
        post_id: card.id,
        card_id: (ours as Json)['id'],
        meeting_id: String(number),
      });
    });

    it('a start is asked about a meeting that waits in its own thread or at channel level, nowhere else', async () => {
      const threads = [mattermostId('thread'), mattermostId('elsewhere')];
      const posts = threads.map((id) => ({id, channel_id: world.channelId, user_id: world.ben}));
      await world.host.seed({posts});
      const [thread, elsewhere] = threads;
      expect((await startMeeting({root_id: thread})).status).toBe(200);
      const statusOf = async (root_id = '') => (await startMeeting({root_id}, world.ben)).status;
      expect([await statusOf(thread), await statusOf()]).toEqual([409, 409]);
      expect(await statusOf(elsewhere)).toBe(200);
      expect(world.zoom.meetings).toHaveLength(2);
    });

    it('a start in a thread that is not in the channel is refused before Zoom is asked', async () => {
      const [gone, foreign] = [mattermostId('gone'), mattermostId('foreignroot')];
      const elsewhere = mattermostId('elsewhere');
      await world.host.seed({
        channels: [{id: elsewhere}],
        posts: [{id: foreign, channel_id: elsewhere, user_id: world.ben}],
      });
      const requests = world.zoom.requests.length;
      for (const root_id of [gone, foreign]) {
        const answer = await startMeeting({root_id});
        expect(answer.status).toBe(400);
        expect(jsonOf(answer)).toMatchObject({
          code: 'bad_request',
          fields: ['root_id'],
          message: expect.stringContaining('The thread in which this was to be posted'),
        });
      }
      expect(world.zoom.requests).toHaveLength(requests);
    });

    it('two people who start in the same place at once have one meeting', async () => {
      const answers = await Promise.all([startMeeting(), startMeeting({}, world.ben)]);
      expect(answers.map(({status}) => status).sort()).toEqual([200, 409]);
      expect(world.zoom.meetings).toHaveLength(1);
    });

    it('A-01 another user in the body is ignored, and an unknown channel is answered as a foreign one', async () => {
      await startMeeting({user_id: world.ben, userId: world.ben});
      expect((await world.card()).props).toMatchObject({
        meeting_creator_username: expect.stringMatching(/^ana/),
      });
      const foreign = mattermostId('foreign');
      await world.host.seed({channels: [{id: foreign}]});
      const [one, other] = await Promise.all(
        [foreign, mattermostId('nowhere')].map((channel_id) => startMeeting({channel_id})),
      );
      expect([one?.status, one?.body]).toEqual([403, other?.body]);
      expect(jsonOf(one as HttpResponse)).toMatchObject({code: 'no_access'});
    });

    it('S-10 twenty rapid clicks are one meeting, and every answer is its link', async () => {
      const answers = await Promise.all(Array.from({length: 20}, () => startMeeting()));
      const link = (await world.card()).props['meeting_link'];
      expect(answers.map(({status}) => status)).toEqual(answers.map(() => 200));
      expect(new Set(answers.map((answer) => jsonOf(answer)['meeting_url']))).toEqual(new Set([link]));
      expect(world.zoom.meetings).toHaveLength(1);
    });

    it('a meeting that is on is a question, and force starts another', async () => {
      await startMeeting();
      const answer = await startMeeting({}, world.ben);
      expect(answer.status).toBe(409);
      expect(jsonOf(answer)).toMatchObject({
        code: 'meeting_exists',
        message: expect.stringContaining('Ana Silva opened “Weekly planning” here'),
        meeting: {topic: 'Weekly planning', host_name: 'Ana Silva', provider: 'Zoom'},
      });
      expect(world.zoom.meetings).toHaveLength(1);
      expect((await startMeeting({}, world.ben, '?force=true')).status).toBe(200);
      expect(world.zoom.meetings).toHaveLength(2);
    });

    it('the same question comes in chat with a button, which starts another for its owner alone', async () => {
      await startMeeting();
      const question = await world.type('/zoom start Retro', {userId: world.ben});
      expect(question.text).toContain('**[Join it](');
      const press = (userId: string) => pressAndRead(world, question, 'startAnother', {userId});
      expect(await press(world.ana)).toMatchObject({status: 403, text: expect.stringContaining('not yours')});
      expect((await press(world.ben)).text).toContain('Your meeting is in the channel');
      expect((await world.cards()).map(({props}) => props['meeting_topic'])).toEqual([
        'Weekly planning',
        'Retro',
      ]);
    });

    it('a body that is none, and a person who is not signed in, start nothing', async () => {
      for (const body of [null, [], 5, {}, {channel_id: 'short'}, {channel_id: world.channelId, topic: {}}]) {
        const answer = await post('/api/v1/meetings', body);
        expect([answer.status, jsonOf(answer)['code']]).toEqual([400, 'bad_request']);
      }
      expect((await world.host.http({method: 'POST', path: '/api/v1/meetings'})).status).toBe(401);
      expect(world.zoom.requests).toEqual([]);
    });

    it('who is not in Zoom gets 422 and the exact sentence', async () => {
      await world.host.seed({users: [{id: world.ben, email: 'stranger@example.com'}]});
      const answer = await startMeeting({}, world.ben);
      expect(answer.status).toBe(422);
      expect(jsonOf(answer)).toMatchObject({
        code: 'not_in_zoom',
        message: expect.stringMatching(/^We could not verify your Mattermost account in Zoom\./),
      });
    });

    it('the host alone gets the start link, until the meeting has ended', async () => {
      await startMeeting();
      const {props} = await world.card();
      const body = {card_id: (props['zoom_card'] as {id: string}).id, meeting_id: props['meeting_id']};
      const answer = await post('/api/v1/start-links', body);
      expect(jsonOf(answer)['start_url']).toMatch(/\/s\/\d+\?zak=/);
      expect((await post('/api/v1/start-links', body, world.ben)).status).toBe(403);
      const left = JSON.stringify([
        await world.host.posts(),
        [...(await world.host.kv())].map(String),
        await world.host.logs(),
      ]);
      expect(left).not.toContain('zak=');
      const number = world.zoom.meetings[0]?.number ?? 0;
      world.zoom.startMeeting(number);
      world.zoom.endMeeting(number);
      await world.cardWhen((card) => card.props['meeting_status'] === 'ENDED');
      expect((await post('/api/v1/start-links', body)).status).toBe(410);
    });

    it('everybody learns whether it is set up and which links to trust, an administrator that they are one', async () => {
      const host = new URL(world.zoom.url).host;
      expect(await client()).toEqual({
        configured: true,
        is_admin: false,
        settings_path: '/admin_console/plugins/plugin_zoom',
        link_hosts: {domains: expect.arrayContaining(['zoom.us', 'zoomgov.com']), insecure: [host]},
      });
      expect(await client(ADMIN)).toMatchObject({is_admin: true});
    });

    it('clients are told when that changes, and not when it does not', async () => {
      const before = (await world.host.webSocketEvents()).length;
      const events = async () => (await world.host.webSocketEvents()).slice(before).map(({event}) => event);
      await world.host.setPluginConfig({...(await world.host.pluginConfig()), TrustUnverifiedEmails: true});
      expect(await events()).toEqual([]);
      await world.host.setPluginConfig({...(await world.host.pluginConfig()), AccountID: ''});
      await waitFor(world.host, async () => ((await events()).length > 0 ? true : undefined));
      expect(await events()).toEqual(['client_changed']);
      expect(await client()).toMatchObject({configured: false});
    });

    it('a command opens the meeting for the starter, unless they chose otherwise', async () => {
      const {gotoLocation, text} = await world.type('/zoom start');
      expect([gotoLocation, text]).toEqual([
        (await world.card()).props['meeting_link'],
        expect.stringMatching(/^Opening Zoom…/),
      ]);
      const choices = await world.type('/zoom settings', {userId: world.ben});
      expect(choices.text).toContain('A meeting that you start opens by itself.');
      const changed = await pressAndRead(world, choices, 'setopenoff', {userId: world.ben});
      expect(changed.text).toContain('A meeting that you start does not open by itself.');
      const other = mattermostId('other');
      await world.host.seed({channels: [{id: other}], members: [{channel_id: other, user_id: world.ben}]});
      expect((await world.type('/zoom start', {userId: world.ben, channelId: other})).gotoLocation).toBe('');
    });

    it('without settings nothing starts, and an administrator reads what is missing', async () => {
      await world.host.setPluginConfig({...connectedTo(world.zoom), AccountID: ''});
      const answer = await startMeeting({}, ADMIN);
      expect(answer.status).toBe(422);
      expect(jsonOf(answer)).toMatchObject({
        code: 'not_configured',
        message: expect.stringContaining('Account ID'),
      });
    });
  },
  {needs: ['sessions']},
);
