import {beforeEach, describe, expect, it} from '@jest/globals';
import type {ChatPost, ChatUser} from '../../../../server/core/ports/chat.js';
import type {ZoomUser} from '../../../../server/core/ports/zoom/endpoints/find-user.js';
import {createIntents} from '../../../../server/outbound/store/intents.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ana, createPerson} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {attachmentOf, channelId} from '../../../support/sample-card.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
});

const thePost = () => {
  const [post, ...others] = world.chat.posts.values();
  if (post === undefined || others.length > 0) throw new Error('Expected one post');
  return post;
};
const openIntents = () => createIntents(world).all();
const change = (changes: Partial<ChatUser>) => world.chat.users.set(ana.id, {...ana, ...changes});
const nothingWasDone = async () => {
  expect(world.zoom.calls).not.toContain('createMeeting');
  expect(world.chat.posts.size).toBe(0);
  expect(await openIntents()).toEqual([]);
};

describe('a start', () => {
  it('creates a meeting for the person and posts its card', async () => {
    const outcome = await plugin.start(ana.id);
    expect(outcome).toMatchObject({kind: 'started', card: {postId: thePost().id, topic: 'Weekly planning'}});
    expect(world.zoom.meetings).toMatchObject([{hostId: 'zoom-ana', topic: 'Weekly planning'}]);
    expect(thePost().message).toContain('Ana Silva opened “Weekly planning”');
    expect(attachmentOf(thePost()).title).toBe('Weekly planning');
  });

  it('puts the card on record, by which its webhooks find it', async () => {
    await plugin.start(ana.id);
    const number = world.zoom.meetings[0]?.number ?? '';
    const {cards} = await startPluginProcess(world).cards.ofNumber(number);
    expect(cards).toMatchObject([
      {postId: thePost().id, channelId, meeting: {number, hostId: 'zoom-ana', accountId: 'acc-1'}},
    ]);
  });

  it('is noted for those who set the plugin up, and one that fails is not', async () => {
    await plugin.start(ana.id);
    expect(plugin.noted).toEqual([{meetingAt: world.clock.now()}]);
    await plugin.start('nobody');
    expect(plugin.noted).toHaveLength(1);
  });

  it('is none while nothing connects to Zoom, and nobody is asked anything', async () => {
    const unconnected = startPluginProcess({...world, zoom: undefined});
    expect(await unconnected.start(ana.id)).toEqual({kind: 'not-configured'});
    expect(world.keyValue.calls).toEqual([]);
  });

  it('S-02 takes a default topic when there is none', async () => {
    await plugin.start(ana.id, {topic: ''});
    expect(world.zoom.meetings).toMatchObject([{topic: 'Zoom meeting'}]);
    expect(thePost().message).toContain('Ana Silva opened a Zoom meeting: ');
  });

  it('makes three writes, and two calls to Zoom in the name of whom they are about', async () => {
    await plugin.intents.all();
    const reads = world.keyValue.calls.length;
    await plugin.start(ana.id);
    const number = world.zoom.meetings[0]?.number;
    const writes = world.keyValue.calls.slice(reads).map((call) => call.replace(/intents_\d/, 'intents'));
    expect(writes).toEqual([
      'compareAndSet intents',
      'compareAndSet intents',
      `compareAndSet meeting_${number}`,
    ]);
    expect(world.zoom.calls).toEqual(['findUser', 'createMeeting']);
    expect(world.zoom.subjects).toEqual([
      {kind: 'person', userId: ana.id, email: ana.email},
      {kind: 'host', userId: ana.id, zoomUserId: 'zoom-ana'},
    ]);
  });

  it('asks who, where and whether side by side', async () => {
    await plugin.start(ana.id);
    expect([...world.chat.calls.slice(0, 4)].sort()).toEqual(['channel', 'isMember', 'mayPost', 'user']);
  });

  it('does not ask what Mattermost has vouched for, but looks once more before it posts', async () => {
    await plugin.start(ana.id, {mayPostHere: true, meetingId: 'unique'});
    expect(world.chat.calls).toEqual(['user', 'postsSince', 'channel', 'isMember', 'mayPost', 'createPost']);
  });

  it('asks before Zoom whether who may post by a role of the system is in the channel at all', async () => {
    change({hasFurtherRoles: true});
    world.chat.members.delete(`${channelId} ${ana.id}`);
    expect(await plugin.start(ana.id, {mayPostHere: true})).toEqual({kind: 'no-access'});
    expect(world.zoom.calls).toEqual([]);
  });

  it('has written down what it wants when it asks Zoom to create the meeting', async () => {
    world.zoom.faults.set('createMeeting', async () => {
      expect(await openIntents()).toMatchObject([{userId: ana.id, topic: 'Weekly planning'}]);
      return undefined;
    });
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'started'});
  });

  it('answers a thread in the thread', async () => {
    const rootId = mattermostId('root');
    world.chat.threads.set(rootId, channelId);
    await plugin.start(ana.id, {rootId});
    expect(thePost().rootId).toBe(rootId);
  });
});

describe('a start in a thread', () => {
  const rootId = mattermostId('root');
  const is = (changes: Partial<ChatPost>) =>
    world.chat.posts.set(rootId, {
      ...{id: rootId, channelId, rootId: '', userId: ana.id, type: '', message: '', createdAt: 0},
      ...{isDeleted: false, props: {}},
      ...changes,
    });

  it.each([
    ['there is none', () => undefined],
    ['it is in another channel', () => is({channelId: mattermostId('elsewhere')})],
    ['its first post was deleted', () => is({isDeleted: true})],
    ['the post is a reply itself', () => is({rootId: mattermostId('before')})],
  ])('creates nothing where %s, whoever has vouched for the channel', async (_why, given) => {
    given();
    for (const mayPostHere of [false, true]) {
      expect(await plugin.start(ana.id, {rootId, mayPostHere})).toEqual({kind: 'no-thread'});
    }
    expect(world.zoom.calls).toEqual([]);
    expect(await openIntents()).toEqual([]);
  });

  it('tells who may not post there nothing of the thread', async () => {
    world.chat.members.clear();
    expect(await plugin.start(ana.id, {rootId})).toEqual({kind: 'no-access'});
    expect(world.chat.calls).not.toContain('post');
  });
});

describe('who cannot start', () => {
  it('S-07 a guest, as others who may not: refused before Zoom is asked, and nothing is stored', async () => {
    change({isGuest: true});
    expect(await plugin.start(ana.id)).toEqual({kind: 'refused', reason: 'guest'});
    expect(world.zoom.calls).toEqual([]);
    await nothingWasDone();
  });

  it('S-08 a person who only claims an address is refused before Zoom is asked', async () => {
    change({emailVerified: false});
    expect(await plugin.start(ana.id)).toEqual({kind: 'email-unconfirmed', email: ana.email});
    expect(world.zoom.calls).toEqual([]);
  });

  it('S-08 … unless the administrator trusts such addresses', async () => {
    change({emailVerified: false});
    const trusting = startPluginProcess(world, {trustUnverifiedEmails: true});
    expect(await trusting.start(ana.id)).toMatchObject({kind: 'started'});
  });

  it('… in a direct message of people who share no team, where the server keeps them apart: refused', async () => {
    const direct = {id: channelId, teamId: '', isArchived: false, isDirect: true};
    world.chat.channels.set(channelId, direct);
    world.chat.strangers.add(channelId);
    const strict = startPluginProcess(world, {restrictsDirectMessages: true});
    expect(await strict.start(ana.id)).toEqual({kind: 'restricted'});
    expect(world.zoom.calls).toEqual([]);
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'started'});
  });

  it.each([
    [
      'the channel is archived',
      () =>
        world.chat.channels.set(channelId, {id: channelId, teamId: '', isArchived: true, isDirect: false}),
      'archived',
    ],
    ['the channel is read-only', () => world.chat.silenced.add(`${channelId} ${ana.id}`), 'no-access'],
    ['they may not post at all', () => world.chat.silenced.add(ana.id), 'no-access'],
    ['they are no member, whatever their role permits', () => world.chat.members.clear(), 'no-access'],
    ['there is no such channel', () => world.chat.channels.clear(), 'no-access'],
    ['there is no such person', () => world.chat.users.clear(), 'no-access'],
  ] as const)('S-05 anybody, when %s, is refused before Zoom is asked', async (_why, arrange, kind) => {
    arrange();
    expect(await plugin.start(ana.id)).toEqual({kind});
    expect(world.zoom.calls).toEqual([]);
    await nothingWasDone();
  });

  it('a stranger learns the same of a channel that exists and of one that does not', async () => {
    const stranger = createPerson('stranger');
    world.chat.users.set(stranger.id, stranger);
    const existing = await plugin.start(stranger.id);
    expect(await plugin.start(stranger.id, {channelId: mattermostId('nowhere')})).toEqual(existing);
  });
});

describe('whom Zoom does not know', () => {
  const zoomUser = (changes: Partial<ZoomUser>) =>
    world.zoom.users.set(ana.email, {id: 'zoom-ana', email: ana.email, ...changes});

  it.each([
    [undefined, () => world.zoom.users.clear()],
    ['other-email', () => zoomUser({email: 'boss@example.org'})],
    ['not-active', () => zoomUser({status: 'pending'})],
    ['other-account', () => zoomUser({accountId: 'acc-2'})],
  ] as const)('gets no meeting (%s)', async (mismatch, arrange) => {
    arrange();
    expect(await plugin.start(ana.id)).toEqual({kind: 'not-in-zoom', email: ana.email, mismatch});
    expect(world.zoom.calls).toEqual(['findUser']);
    await nothingWasDone();
  });

  it('is not who answers without those fields', async () => {
    world.zoom.users.set(ana.email, {id: 'zoom-ana'});
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'started'});
  });
});
