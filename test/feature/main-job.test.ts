import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {onEachHost} from '../support/on-each-host.js';
import {mattermostId} from '../support/mattermost-id.js';
import {cardState, createWorld, type World} from '../support/world.js';

interface Attachment {
  title: string;
  title_link: string;
  text: string;
  fallback: string;
}

const attachmentOf = (post: {props: Record<string, unknown>}): Attachment =>
  (post.props['attachments'] as Attachment[])[0] as Attachment;

onEachHost('The main job', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });

  it('posts a card that is complete without the web app', async () => {
    await world.type('/zoom start Weekly planning');
    const [meeting] = world.zoom.meetings;
    const card = await world.card();
    const link = card.props['meeting_link'] as string;
    expect(card.message).toBe(`Ana Silva opened “Weekly planning”: [Join meeting](${link})`);
    expect(attachmentOf(card)).toMatchObject({title: 'Weekly planning', title_link: link});
    expect(card.props).toMatchObject({
      meeting_id: meeting?.number,
      meeting_uuid: meeting?.uuid,
      meeting_status: 'STARTED',
      meeting_topic: 'Weekly planning',
      meeting_creator_username: expect.stringMatching(/^ana\d*$/),
      meeting_provider: 'Zoom',
      meeting_personal: false,
    });
  });

  it('shows that the meeting is live, and when it ended with its length', async () => {
    await world.type('/zoom start');
    const number = world.zoom.meetings[0]?.number ?? 0;
    world.zoom.startMeeting(number);
    const live = await world.cardWhen((post) => cardState(post) === 'live');
    expect(attachmentOf(live).text).toContain('Live since');
    await world.zoom.webhooksSettled();
    world.zoom.endMeeting(number);
    const ended = await world.cardWhen(({props}) => props['meeting_status'] === 'ENDED');
    expect(attachmentOf(ended).text).toMatch(
      /^Ended .* UTC · lasted less than a minute\nOne person took part: Ana Silva \(host\)\nStarted .* UTC\nMeeting ID /,
    );
    expect(ended.message).toBe('The Zoom meeting that Ana Silva started has ended after less than a minute.');
    expect(await world.cards()).toHaveLength(1);
  });

  it('says who opened what while nobody is in, who started it once Zoom says so, and at the end what has ended', async () => {
    await world.type('/zoom start Sprint 12: demo & retro');
    const number = world.zoom.meetings[0]?.number ?? 0;
    const {message, props} = await world.card();
    const join = `[Join meeting](${String(props['meeting_link'])})`;
    expect(message).toBe(`Ana Silva opened “Sprint 12: demo & retro”: ${join}`);
    world.zoom.startMeeting(number);
    const live = await world.cardWhen((post) => cardState(post) === 'live');
    expect(live.message).toBe(`Ana Silva started “Sprint 12: demo & retro”: ${join}`);
    world.zoom.endMeeting(number);
    const ended = await world.cardWhen((post) => cardState(post) === 'ended');
    expect(ended.message).toContain('“Sprint 12: demo & retro” that Ana Silva started has ended after');
    expect(attachmentOf(ended)).toMatchObject({title: 'Sprint 12: demo & retro'});
    expect(attachmentOf(ended).title_link ?? '').toBe('');
  });

  it('U-09 makes a topic harmless in the message, and in the title once that has no link', async () => {
    await world.type('/zoom start @here *see* #town');
    const number = world.zoom.meetings[0]?.number ?? 0;
    const waiting = await world.card();
    expect(waiting.message).toContain('“@\u200bhere \\*see\\* #\u200btown”');
    expect(attachmentOf(waiting).title).toBe('@here *see* #town');
    world.zoom.startMeeting(number);
    world.zoom.endMeeting(number);
    const ended = await world.cardWhen((post) => cardState(post) === 'ended');
    expect(attachmentOf(ended).title).toBe('@\u200bhere \\*see\\* #\u200btown');
  });

  it('gives a meeting without a topic the server’s words in the channel, and the reader’s in a private answer', async () => {
    const {userId, channelId} = await world.newcomer({locale: 'de'});
    await world.type('/zoom start', {userId, channelId});
    const card = await world.card(channelId);
    expect(card.message).toContain('opened a Zoom meeting: ');
    expect(card.props).toMatchObject({meeting_topic: 'Zoom meeting', zoom_card: {default_topic: true}});
    const again = await world.type('/zoom start', {userId, channelId});
    expect(again.text).toMatch(/^Du hast „Zoom-Meeting“ hier .* eröffnet\./);
  });

  it('answers only the starter, with a button that starts the meeting as host', async () => {
    const answer = await world.type('/zoom start');
    expect((await world.host.posts()).some(({message}) => message.includes('Your meeting is in'))).toBe(
      false,
    );
    expect(answer.text).toContain('Your meeting is in the channel');
    expect(answer.attachments).toMatchObject([{actions: [{id: 'startAsHost', name: 'Start as host'}]}]);
  });

  it('says it in the thread in which the command was typed, under the name of the bot', async () => {
    const root = mattermostId('root');
    await world.host.seed({
      posts: [{id: root, channel_id: world.channelId, user_id: world.ben, message: 'Shall we talk?'}],
    });
    const {post} = await world.type('/zoom settings', {rootId: root});
    expect(post).toMatchObject({root_id: root, type: 'system_ephemeral'});
    const [bot] = await world.host.bots();
    if (capabilities.privatePosts) expect(post?.user_id).toBe(bot?.user_id);
  });

  it('posts into the thread that the command was typed in, and into direct messages', async () => {
    const root = mattermostId('root');
    const direct = mattermostId('direct');
    await world.host.seed({
      channels: [{id: direct, type: 'D', name: `${world.ana}__${world.ben}`}],
      members: [world.ana, world.ben].map((user_id) => ({channel_id: direct, user_id})),
      posts: [{id: root, channel_id: world.channelId, user_id: world.ben, message: 'Shall we talk?'}],
    });
    await world.type('/zoom start', {rootId: root});
    await world.type('/zoom start', {channelId: direct});
    expect((await world.card()).root_id).toBe(root);
    expect((await world.card(direct)).root_id).toBe('');
  });

  it('keeps what others put on the card: pin, reactions, foreign props', async () => {
    await world.type('/zoom start');
    const {id, props} = await world.card();
    await world.host.seed({
      posts: [
        {
          id,
          channel_id: world.channelId,
          user_id: world.ana,
          is_pinned: true,
          props: {...props, foreign: 'kept'},
        },
      ],
    });
    const number = world.zoom.meetings[0]?.number ?? 0;
    world.zoom.startMeeting(number);
    const live = await world.cardWhen((post) => cardState(post) === 'live');
    expect(live).toMatchObject({is_pinned: true, props: {foreign: 'kept'}});
  });
});
