import {afterAll, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {SimulatedUser} from '../../sandbox/zoom/state/records.js';
import {admitConsent, connect, consentedBy, emailOf} from '../support/connect-as.js';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import type {HttpResponse, PluginConfig} from '../support/plugin-host.js';
import {buttonsOf, pressAndRead} from '../support/press-button.js';
import {cardState, connectedTo, createWorld, type World} from '../support/world.js';

onEachHost('Personal meeting IDs', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });

  const inZoom = (): SimulatedUser => {
    const email = emailOf(world, 'ana');
    const user = world.zoom.users.find((known) => known.email === email);
    if (user === undefined) throw new Error('Zoom does not know Ana');
    return user;
  };
  const ana = () => ({userId: world.ana});
  const press = (reply: Parameters<typeof pressAndRead>[1], id: string) =>
    pressAndRead(world, reply, id, ana());
  const choose = async (id: string): Promise<void> => {
    await press(await world.type('/zoom settings'), `setid${id}`);
  };
  const api = (body: Record<string, unknown>): Promise<HttpResponse> =>
    world.host.http({
      method: 'POST',
      path: '/api/v1/meetings',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({channel_id: world.channelId, topic: 'Retro', ...body}),
      userId: world.ana,
    });
  const jsonOf = ({body}: HttpResponse) => JSON.parse(body.toString()) as Record<string, unknown>;

  it('are started by a word, with Zoom’s own link, and nothing is created in Zoom', async () => {
    const {pmi} = inZoom();
    await world.type('/zoom start --pmi Weekly planning');
    const {props} = await world.card();
    expect(props).toMatchObject({meeting_id: pmi, meeting_personal: true, meeting_topic: 'Weekly planning'});
    expect(props['meeting_link']).toMatch(new RegExp(`^${world.zoom.url}/j/${pmi}\\?pwd=`));
    const asked = world.zoom.requests.map(({route}) => route).filter((route) => route !== 'token');
    expect(asked).toEqual(['find-user', 'get-meeting']);
  });

  it('are followed through one meeting, and no private one before or after it touches the card', async () => {
    const {pmi} = inZoom();
    world.zoom.startMeeting(pmi);
    world.zoom.endMeeting(pmi);
    await world.zoom.webhooksSettled();
    await world.type('/zoom start --pmi');
    expect(cardState(await world.card())).toBe('waiting');
    world.zoom.startMeeting(pmi);
    await world.cardWhen((post) => cardState(post) === 'live');
    world.zoom.endMeeting(pmi);
    const ended = await world.cardWhen((post) => cardState(post) === 'ended');
    world.zoom.startMeeting(pmi);
    world.zoom.endMeeting(pmi);
    await world.zoom.webhooksSettled();
    expect((await world.card()).props).toEqual(ended.props);
  });

  it('are live at once where the meeting runs already', async () => {
    const {pmi} = inZoom();
    world.zoom.startMeeting(pmi);
    await world.zoom.webhooksSettled();
    await world.type('/zoom start Retro --pmi');
    expect(cardState(await world.card())).toBe('live');
    world.zoom.endMeeting(pmi);
    await world.cardWhen((post) => cardState(post) === 'ended');
  });

  it('give way to a new number where they are switched off in Zoom, and that is said', async () => {
    world.zoom.changeUser(inZoom().email, {hasPersonalRoom: false});
    const {text} = await world.type('/zoom start --pmi Weekly');
    expect(text).toContain(
      'Your personal meeting ID is switched off in Zoom, so this meeting has a new one.',
    );
    expect((await world.card()).props).toMatchObject({meeting_personal: false, meeting_topic: 'Weekly'});
  });

  it('are asked about with two buttons, and the topic and the thread survive the question', async () => {
    await choose('ask');
    const rootId = mattermostId('root');
    await world.host.seed({
      posts: [{id: rootId, channel_id: world.channelId, user_id: world.ben, message: 'Shall we talk?'}],
    });
    const asked = await world.type('/zoom start Retro: @all', {rootId});
    expect(asked.text).toContain('Which meeting ID should your meeting have?');
    expect(buttonsOf(asked).map(({name}) => name)).toEqual(['A new meeting ID', 'My personal meeting ID']);
    expect(await world.cards()).toEqual([]);
    expect(world.zoom.requests).toEqual([]);
    await press(asked, 'choosePersonal');
    expect(await world.card()).toMatchObject({
      root_id: rootId,
      props: {meeting_topic: 'Retro: @all', meeting_personal: true},
    });
  });

  it('are not asked about where the line says it', async () => {
    await choose('ask');
    await world.type('/zoom start --new Retro');
    expect((await world.card()).props).toMatchObject({meeting_personal: false, meeting_topic: 'Retro'});
  });

  it('are chosen for all meetings, whose starts need no word then', async () => {
    await choose('personal');
    await world.type('/zoom start Retro');
    expect((await world.card()).props).toMatchObject({meeting_personal: true, meeting_topic: 'Retro'});
  });

  if (capabilities.sessions) {
    it('are asked about by the API, too, which takes the answer', async () => {
      await choose('ask');
      const asked = await api({});
      expect([asked.status, jsonOf(asked)['code']]).toEqual([409, 'which_meeting_id']);
      expect((await api({meeting_id: 'other'})).status).toBe(400);
      expect((await api({meeting_id: 'personal'})).status).toBe(200);
      expect((await world.card()).props).toMatchObject({meeting_personal: true});
    });

    it('give way to a new number, which the API says in a sentence', async () => {
      world.zoom.changeUser(inZoom().email, {hasPersonalRoom: false});
      const answer = await api({meeting_id: 'personal'});
      expect(jsonOf(answer)['notice']).toContain('switched off in Zoom');
    });

    it('were chosen in the official plugin, which counts until people choose anew', async () => {
      await world.host.seed({kv: {[`zoomUserPreference_${world.ana}`]: '"ask"'}});
      expect((await world.type('/zoom start Retro')).text).toContain('Which meeting ID');
      const settings = await world.type('/zoom settings');
      expect(settings.text).toContain('You are asked at each start which meeting ID to use.');
      await press(settings, 'setidunique');
      await world.type('/zoom start Retro');
      expect((await world.card()).props).toMatchObject({meeting_personal: false});
    });
  }

  describe('where everybody consents for themselves', () => {
    let before: PluginConfig;
    beforeEach(async () => {
      before = await world.host.pluginConfig();
      await world.host.setPluginConfig(consentedBy('user')(world.zoom));
      admitConsent(world, 'user');
    });
    afterAll(() => world.host.setPluginConfig({...before, ...connectedTo(world.zoom)}));

    it('are those of whom they consented as, also where the meeting had to wait for that', async () => {
      const {pmi, email} = inZoom();
      expect((await world.type('/zoom start --pmi Weekly')).text).toContain('connect your Zoom account once');
      await connect(world, world.ana, email);
      const card = await world.cardWhen(({channel_id}) => channel_id === world.channelId);
      expect(card.props).toMatchObject({meeting_id: pmi, meeting_personal: true, meeting_topic: 'Weekly'});
    });
  });
});

onEachHost('A channel of many people', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({
      start,
      pluginDir: pluginDir(),
      settings: (zoom) => ({...connectedTo(zoom), ConfirmAbove: 2}),
      subscribe: false,
    });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });

  it('is posted to once its starter confirms it', async () => {
    const asked = await world.type('/zoom start Weekly');
    expect(asked.text).toContain('people read this channel. Nothing was posted yet.');
    expect(world.zoom.requests).toEqual([]);
    expect(await world.cards()).toEqual([]);
    await pressAndRead(world, asked, 'startForMany', {userId: world.ana});
    expect((await world.card()).props).toMatchObject({meeting_topic: 'Weekly'});
  });

  it('is asked about before a link is shared there, too', async () => {
    const asked = await world.type('/zoom share https://zoom.us/j/85512345678 Weekly');
    expect(asked.text).toContain('people read this channel. Nothing was posted yet.');
    expect(await world.cards()).toEqual([]);
    await pressAndRead(world, asked, 'shareForMany', {userId: world.ana});
    expect((await world.card()).props).toMatchObject({meeting_topic: 'Weekly'});
  });

  if (capabilities.sessions) {
    it('is confirmed by the API with a word', async () => {
      const start = (body: Record<string, unknown>) =>
        world.host.http({
          method: 'POST',
          path: '/api/v1/meetings',
          headers: {'Content-Type': 'application/json'},
          body: JSON.stringify({channel_id: world.channelId, ...body}),
          userId: world.ana,
        });
      const asked = await start({});
      expect(asked.status).toBe(409);
      expect(JSON.parse(asked.body.toString())).toMatchObject({
        code: 'large_channel',
        members: expect.any(Number),
      });
      expect((await start({large_channel: true})).status).toBe(200);
    });
  }

  it('is none where few read it', async () => {
    const {userId, channelId} = await world.newcomer();
    await world.type('/zoom start', {userId, channelId});
    expect(await world.cards(channelId)).toHaveLength(1);
  });
});
