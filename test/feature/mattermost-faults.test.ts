import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {onAllHostsAtOnce, onEachHost} from '../support/on-each-host.js';
import {untilOnRecord} from '../support/until-on-record.js';
import {waitFor} from '../support/wait-for.js';
import {cardState, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

onEachHost('Refusals of Mattermost', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });
  afterEach(() => world.host.liftFaults());

  it('R-05 a store that fails stops a start before Zoom creates anything; later it works', async () => {
    await world.host.fault('KVSetWithOptions', {kind: 'refuse', status: 500});
    expect((await world.type('/zoom start')).text).toContain(
      'could not save data just now. Nothing was created',
    );
    expect(world.zoom.meetings).toHaveLength(0);
    await world.host.liftFaults();
    expect((await world.type('/zoom start')).text).toContain('Your meeting is in the channel');
  });

  it('a channel archived between typing and posting gets no card; the person gets the link', async () => {
    world.zoom.fault({route: 'create-meeting', fault: {kind: 'slow', ms: 200}});
    const running = world.type('/zoom start');
    await world.zoom.waitForRequest(({route}) => route === 'create-meeting');
    await world.host.seed({channels: [{id: world.channelId, delete_at: Date.now()}]});
    const {text} = await running;
    expect(text).toMatch(
      /^The channel was archived\. Your meeting exists; join it here: \[Join meeting\]\(http/,
    );
    expect(await world.cards()).toEqual([]);
  });

  it('somebody removed from the channel while Zoom works gets no card there, but the link', async () => {
    world.zoom.fault({route: 'create-meeting', fault: {kind: 'slow', ms: 200}});
    const running = world.type('/zoom start');
    await world.zoom.waitForRequest(({route}) => route === 'create-meeting');
    await world.host.seed({members: [{channel_id: world.channelId, user_id: world.ana, left: true}]});
    const {text} = await running;
    expect(text).toMatch(
      /^You can no longer post in the channel, so your meeting has no card there\. It exists; join it here: \[Join meeting\]\(http/,
    );
    expect(await world.cards()).toEqual([]);
    // They cannot look into the channel any more.
    const directly = (await world.host.posts()).find(({message}) => message === text);
    expect(directly?.channel_id).not.toBe(world.channelId);
    expect(directly).toBeDefined();
  });

  it.each([
    ['may no longer post there', {permissions: ['read_channel']}, 'system_user'],
    [
      'has left it, and may post anywhere as a system administrator',
      {left: true},
      'system_user system_admin',
    ],
  ] as const)(
    'A-01 who %s when Zoom has made the meeting gets no card in their name, but the link',
    async (_what, change, roles) => {
      await world.host.seed({users: [{id: world.ana, roles}]});
      world.zoom.fault({route: 'create-meeting', fault: {kind: 'slow', ms: 200}});
      const running = world.type('/zoom start');
      await world.zoom.waitForRequest(({route}) => route === 'create-meeting');
      await world.host.seed({members: [{channel_id: world.channelId, user_id: world.ana, ...change}]});
      const {text} = await running;
      expect(text).toContain('You can no longer post in the channel');
      expect(await world.cards()).toEqual([]);
      const directly = (await world.host.posts()).find(({message}) => message === text);
      expect(directly?.channel_id).not.toBe(world.channelId);
      expect(directly).toBeDefined();
    },
  );

  it('a post that is refused for good is named, with the link', async () => {
    // A service is refused for the channel with 403, and then answers the command there.
    const status = capabilities.sessions ? 403 : 400;
    await world.host.fault('CreatePost', {kind: 'refuse', status}, {times: 1});
    expect((await world.type('/zoom start')).text).toContain('did not allow its card in this channel');
  });

  it.each([400, 401, 403, 404, 409, 429, 500])(
    'R-10 an end whose post Mattermost does not give (status %i) is sent again by Zoom, and shown then',
    async (status) => {
      const {text} = await world.type('/zoom start');
      const meeting = world.zoom.meetings.at(-1);
      if (meeting === undefined) throw new Error(text);
      await untilOnRecord(world, meeting.number);
      const end = async (): Promise<number> =>
        (await sendWebhook(world, meetingEvent('meeting.ended', meeting))).status;
      await world.host.fault('GetPost', {kind: 'refuse', status});
      expect(await end()).toBe(503);
      await world.host.liftFaults();
      expect(await end()).toBe(204);
      expect(cardState(await world.card())).toBe('ended');
    },
  );

  it('R-10 an end whose card was deleted is none that Zoom has to send again', async () => {
    await world.type('/zoom start');
    const meeting = world.zoom.meetings.at(-1);
    if (meeting === undefined) throw new Error('no meeting was created');
    await untilOnRecord(world, meeting.number);
    await world.host.deletePost((await world.card()).id);
    expect((await sendWebhook(world, meetingEvent('meeting.ended', meeting))).status).toBe(204);
  });

  it('ends the card of a meeting that the official plugin started before the upgrade', async () => {
    const uuid = 'aB/c+d==';
    const [id, number] = ['officialpost00000000000000', 84412345678];
    await world.host.seed({
      posts: [
        {
          id,
          channel_id: world.channelId,
          user_id: 'ana00000000000000000000000',
          type: 'custom_zoom',
          message: 'I have started a meeting',
          props: {
            meeting_id: number,
            meeting_uuid: uuid,
            meeting_status: 'STARTED',
            meeting_link: 'https://zoom.us/j/84412345678',
            meeting_topic: 'Old',
            meeting_creator_username: 'ana',
            meeting_provider: 'Zoom',
          },
        },
      ],
      kv: {'post_meeting_aB%2Fc+d==': id},
    });
    const body = meetingEvent('meeting.ended', {number, uuid, hostId: 'h', topic: 'Old'} as never);
    expect((await sendWebhook(world, body)).status).toBe(204);
    const card = await world.cardWhen((post) => post.id === id && post.props['meeting_status'] === 'ENDED');
    expect(card.message).toContain('has ended');
  });
});

onAllHostsAtOnce(
  'A post that Mattermost refuses for the moment is tried again, and the person is told',
  async ({start, pluginDir}) => {
    const world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    try {
      await world.host.fault('CreatePost', {kind: 'refuse', status: 500}, {times: 1});
      expect((await world.type('/zoom start Later')).text).toContain(
        'It will be tried again in a few seconds',
      );
      await world.cardWhen(({props}) => props['meeting_topic'] === 'Later');
      const told = await waitFor(world.host, async () =>
        (await world.host.posts()).find(({message}) => message.includes('The meeting is in the channel now')),
      );
      expect(told.channel_id).not.toBe(world.channelId);
      expect(world.zoom.meetings).toHaveLength(1);
    } finally {
      await world.close();
    }
  },
);

onAllHostsAtOnce(
  'A Mattermost that does not answer is no reason to hang: the person has a sentence',
  async ({start, pluginDir}) => {
    const world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    try {
      await world.host.fault('GetChannelMember', {kind: 'hang'});
      expect((await world.type('/zoom start')).text).toContain('Mattermost did not answer within 8 seconds');
      await world.host.liftFaults();
    } finally {
      await world.close();
    }
  },
);
