import {beforeEach, describe, expect, it} from '@jest/globals';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import type {ChatPost} from '../../../../server/core/ports/chat.js';
import {botShutOut, chatRefused, chatUnavailable} from '../../../../server/core/ports/port-error.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {createHeardEvent} from '../../../support/heard-event.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ana} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {attachmentOf, channelId, OPENED_AT} from '../../../support/sample-card.js';

const uuid = '/abc==';
const ended: MeetingEvent<'ended'> = {
  kind: 'ended',
  number: '85512345678',
  uuid,
  hostId: 'zoom-ana',
  accountId: 'acc-1',
  startedAt: OPENED_AT + 60_000,
  endedAt: OPENED_AT + 31 * 60_000,
  receivedAt: OPENED_AT + 32 * 60_000,
};
const postId = mattermostId('official');
const officialPost: ChatPost = {
  id: postId,
  channelId,
  rootId: '',
  userId: ana.id,
  type: 'custom_zoom',
  message: 'I have started a meeting',
  createdAt: OPENED_AT,
  isDeleted: false,
  props: {
    attachments: [],
    meeting_id: 85_512_345_678,
    meeting_uuid: uuid,
    meeting_link: 'https://zoom.us/j/85512345678?pwd=abc',
    meeting_status: 'STARTED',
    meeting_topic: 'Weekly planning',
    meeting_creator_username: 'ana',
    meeting_provider: 'Zoom',
    from_plugin: 'true',
  },
};

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  world.chat.posts.set(postId, officialPost);
  await world.keyValue.put('post_meeting_%2Fabc==', postId);
});

describe("the official plugin's card of a meeting that still runs", () => {
  it('ends as ours do', async () => {
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    const post = world.chat.posts.get(postId);
    expect(post?.message).toBe(
      'The Zoom meeting “Weekly planning” that ana started has ended after 30 minutes.',
    );
    expect(post?.props).toMatchObject({meeting_status: 'ENDED', from_plugin: 'true'});
    expect(post && attachmentOf(post).title).toBe('Weekly planning');
  });

  it('is adopted once and then stands on record', async () => {
    await plugin.record(ended);
    await plugin.record(ended);
    expect(world.chat.calls.filter((call) => call === 'post')).toHaveLength(1);
    expect((await plugin.cards.ofNumber(ended.number)).cards).toHaveLength(1);
  });

  it('goes live when it hears of its start', async () => {
    const {endedAt: _, ...started} = ended;
    await plugin.record({...started, kind: 'started'});
    expect(world.chat.posts.get(postId)?.props).toMatchObject({zoom_card: {state: 'live'}});
  });

  it('R-02 is watched as ours are: its end may not be told', async () => {
    const {endedAt: _, ...started} = ended;
    await plugin.record({...started, kind: 'started'});
    expect(plugin.watched()).toEqual([ended.number]);
  });

  it('is not touched by what names no occurrence once it is over: its number may be somebody’s own', async () => {
    await plugin.record(ended);
    const {cards} = await plugin.cards.ofNumber(ended.number);
    const at = ended.receivedAt + 60 * 60_000;
    expect(await plugin.hear(createHeardEvent(ended.number, at))).toEqual({kind: 'unknown-meeting'});
    const {uuid: _, ...another} = {...ended, startedAt: at, endedAt: at, receivedAt: at};
    await plugin.record(another);
    expect((await plugin.cards.ofNumber(ended.number)).cards).toEqual(cards);
  });

  it.each([
    ['has ended already', {props: {...officialPost.props, meeting_status: 'ENDED'}}],
    ['was deleted', {isDeleted: true}],
  ])('that %s is left alone', async (_why, changes) => {
    world.chat.posts.set(postId, {...officialPost, ...changes});
    expect(await plugin.record(ended)).toEqual({kind: 'unknown-meeting'});
    expect(world.chat.calls).not.toContain('rewritePost');
  });

  it('that does not exist any more is no meeting of ours', async () => {
    world.chat.posts.clear();
    expect(await plugin.record(ended)).toEqual({kind: 'unknown-meeting'});
  });

  it.each([undefined, 'another=='])('is not touched by an event of the occurrence %s', async (other) => {
    expect(await plugin.record({...ended, uuid: other})).toEqual({kind: 'unknown-meeting'});
    expect(world.chat.posts.get(postId)).toBe(officialPost);
  });

  it.each([
    ['does not answer', chatUnavailable],
    ['refuses to show it', chatRefused],
    ['does not let the bot in', botShutOut],
  ])('stays to be adopted while Mattermost %s', async (_what, refusal) => {
    world.chat.faults.set('post', () => refusal('not now'));
    expect(await plugin.record(ended)).toEqual({kind: 'not-shown'});
    world.chat.faults.clear();
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
  });
});
