import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Intent} from '../../../../server/core/domain/intent.js';
import {INTENT_WINDOW} from '../../../../server/core/ports/intents.js';
import {chatRefused, chatUnavailable, storeUnavailable} from '../../../../server/core/ports/port-error.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {attachmentOf, channelId, createSampleCard, OPENED_AT} from '../../../support/sample-card.js';
import {intentOf} from '../../../support/sample-intent.js';

const {meeting} = createSampleCard();
const intent = intentOf('intent-1');

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
/** An earlier process got so far, and its time is over. */
const leave = async (left: Intent) => {
  await startPluginProcess(world).intents.open(left);
  world.clock.advance(INTENT_WINDOW);
};
const stillOpen = () => startPluginProcess(world).intents.all();
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
});

describe('recovery', () => {
  it('has nothing to do where nothing was interrupted', async () => {
    expect(await plugin.recover()).toBeUndefined();
    expect(world.chat.calls).toEqual([]);
  });

  it('leaves alone what somebody may still work on, and says when to look again', async () => {
    await startPluginProcess(world).intents.open({...intent, meeting});
    world.clock.advance(INTENT_WINDOW - 1);
    expect(await plugin.recover()).toBe(OPENED_AT + INTENT_WINDOW);
    expect(world.chat.calls).toEqual([]);
  });

  it('puts the watch over a meeting off to the time to which its start had put it', async () => {
    await plugin.start(ana.id);
    world.clock.advance(INTENT_WINDOW);
    const next = startPluginProcess(world);
    await next.recover();
    expect(next.watched()).toEqual(plugin.watched());
    expect(next.watchedAt()).toEqual(plugin.watchedAt());
  });

  it('does not create a meeting again of which nobody knows whether it exists, and says so', async () => {
    await leave(intent);
    await plugin.recover();
    expect(world.zoom.calls).toEqual([]);
    expect(world.chat.posts.size).toBe(0);
    expect(world.chat.directMessages).toMatchObject([{userId: ana.id}]);
    expect(world.chat.directMessages[0]?.text).toContain('we do not know whether Zoom created the meeting');
    expect(await stillOpen()).toEqual([]);
  });

  it('posts the card of a meeting that has none, and says so', async () => {
    await leave({...intent, meeting});
    await plugin.recover();
    const [post] = world.chat.posts.values();
    expect(post && attachmentOf(post).title).toBe('Weekly planning');
    expect(world.chat.directMessages[0]?.text).toContain(`[Join meeting](${meeting.joinUrl})`);
    expect((await plugin.cards.ofNumber(meeting.number)).cards).toMatchObject([
      {id: 'intent-1', postId: post?.id},
    ]);
    expect(await stillOpen()).toEqual([]);
  });

  it('finds the card that was posted but not recorded, and posts no second one', async () => {
    await plugin.start(ana.id);
    const [{number} = meeting] = world.zoom.meetings;
    await world.keyValue.delete(`meeting_${number}`);
    world.clock.advance(INTENT_WINDOW);
    const next = startPluginProcess(world);
    await next.recover();
    expect(world.chat.posts.size).toBe(1);
    expect((await next.cards.ofNumber(number)).cards).toHaveLength(1);
    expect(await stillOpen()).toEqual([]);
  });

  it('is silent about what was finished but not closed', async () => {
    await plugin.start(ana.id);
    world.clock.advance(INTENT_WINDOW);
    await startPluginProcess(world).recover();
    expect(world.chat.directMessages).toEqual([]);
    expect(await stillOpen()).toEqual([]);
  });

  it('names the meeting when its card cannot be posted any more', async () => {
    world.chat.channels.set(channelId, {id: channelId, teamId: '', isArchived: true, isDirect: false});
    await leave({...intent, meeting});
    await plugin.recover();
    expect(world.chat.posts.size).toBe(0);
    expect(world.chat.directMessages[0]?.text).toContain('its card can no longer be posted in the channel');
    expect(await stillOpen()).toEqual([]);
  });

  it('is done once by two processes', async () => {
    await leave({...intent, meeting});
    await plugin.recover();
    await startPluginProcess(world).recover();
    expect(world.chat.posts.size).toBe(1);
    expect(world.chat.directMessages).toHaveLength(1);
  });

  it('makes the topic harmless in what it says', async () => {
    await leave({...intent, topic: '[x](http://evil.example) @all'});
    await plugin.recover();
    expect(world.chat.directMessages[0]?.text).toContain('“[x]\u200b(http:\u200b//evil.example) @\u200ball”');
  });
});

describe('recovery of what a former process of this node left', () => {
  const first = {node: 'node', life: 'first'};
  const second = {node: 'node', life: 'second'};
  const leaveJustNow = (left: Intent) => startPluginProcess(world, {self: first}).intents.open(left);

  it('does not wait for its time', async () => {
    await leaveJustNow({...intent, meeting});
    await startPluginProcess(world, {self: second}).recover();
    expect(world.chat.posts.size).toBe(1);
    expect(await stillOpen()).toEqual([]);
  });

  it('comes before another start there, which is then told of its card', async () => {
    await leaveJustNow({...intent, meeting});
    const outcome = await startPluginProcess(world, {self: second}).start(ana.id);
    const [post] = world.chat.posts.values();
    expect(outcome).toMatchObject({
      kind: 'already-started',
      existing: {joinUrl: meeting.joinUrl, postId: post?.id},
    });
    expect(world.zoom.meetings).toEqual([]);
  });

  it('comes before another start there, which goes on where nobody knows of a meeting', async () => {
    await leaveJustNow(intent);
    const outcome = await startPluginProcess(world, {self: second}).start(ana.id);
    expect(outcome).toMatchObject({kind: 'started'});
    expect(world.chat.directMessages).toHaveLength(1);
  });

  it('is tried again by the next start there, when it failed for the moment', async () => {
    await leaveJustNow({...intent, meeting});
    const next = startPluginProcess(world, {self: second});
    world.chat.faults.set('ownPostsSince', () => chatUnavailable('no answer'));
    await next.recover();
    world.chat.faults.clear();
    const outcome = await next.start(ana.id);
    const [post] = world.chat.posts.values();
    expect(post).toBeDefined();
    expect(outcome).toMatchObject({kind: 'already-started', existing: {postId: post?.id}});
  });

  it('waits for its time again after a post without an answer, which may still arrive', async () => {
    await leaveJustNow({...intent, meeting});
    const next = startPluginProcess(world, {self: second});
    world.chat.faults.set('createPost', () => chatUnavailable('no answer'));
    await next.recover();
    world.chat.faults.clear();
    expect(await next.start(ana.id)).toMatchObject({kind: 'already-started', existing: {postId: undefined}});
    world.clock.advance(INTENT_WINDOW);
    await next.recover();
    expect(world.chat.posts.size).toBe(1);
  });

  it.each(['started', 'ended'] as const)(
    'comes before its first event (%s), which is folded in',
    async (kind) => {
      await leaveJustNow({...intent, meeting});
      const next = startPluginProcess(world, {self: second});
      const {number, uuid} = meeting;
      const at = world.clock.now();
      expect(await next.record({kind, number, uuid, startedAt: at, receivedAt: at})).toEqual({
        kind: 'recorded',
      });
      const [post] = world.chat.posts.values();
      expect(post?.props['meeting_status']).toBe(kind.toUpperCase());
    },
  );
});

describe('recovery of what was wished for some time ago', () => {
  it.each([
    ['is deactivated', () => world.chat.users.set(ana.id, {...ana, isDeactivated: true})],
    ['has left the channel', () => world.chat.members.clear()],
    ['may not post there any more', () => world.chat.silenced.add(ana.id)],
  ])('posts no card for a person who %s', async (_what, arrange) => {
    await leave({...intent, meeting});
    arrange();
    await plugin.recover();
    expect(world.chat.posts.size).toBe(0);
    expect(world.chat.directMessages[0]?.text).toContain('its card can no longer be posted in the channel');
    expect(await stillOpen()).toEqual([]);
  });
});

describe('recovery while Mattermost fails', () => {
  it.each(['ownPostsSince', 'createPost', 'channel'] as const)(
    'with %s for the moment comes back later and then finishes',
    async (method) => {
      world.chat.faults.set(method, () => chatUnavailable('no answer'));
      await leave({...intent, meeting});
      expect(await plugin.recover()).toBe(world.clock.now() + INTENT_WINDOW);
      expect(await stillOpen()).toHaveLength(1);
      world.chat.faults.clear();
      world.clock.advance(INTENT_WINDOW);
      expect(await plugin.recover()).toBeUndefined();
      expect(world.chat.posts.size).toBe(1);
      expect(await stillOpen()).toEqual([]);
    },
  );

  it('does not lose the news with the message: it is told the next time', async () => {
    world.chat.faults.set('sendDirectMessage', () => chatUnavailable('no answer'));
    await leave(intent);
    await plugin.recover();
    world.chat.faults.clear();
    world.clock.advance(INTENT_WINDOW);
    await plugin.recover();
    expect(world.chat.directMessages).toHaveLength(1);
  });

  it('tells its news once, also when it was interrupted before it could write that down', async () => {
    await leave(intent);
    plugin.intents.close = () => Promise.reject(storeUnavailable('no answer'));
    await plugin.recover();
    world.clock.advance(INTENT_WINDOW);
    await startPluginProcess(world).recover();
    expect(world.chat.directMessages).toHaveLength(1);
    expect(await stillOpen()).toEqual([]);
  });

  it('leaves nothing open when a card is posted and only its news is lost', async () => {
    world.chat.faults.set('sendDirectMessage', () => chatUnavailable('no answer'));
    await leave({...intent, meeting});
    await plugin.recover();
    world.chat.faults.clear();
    world.clock.advance(INTENT_WINDOW);
    await startPluginProcess(world).recover();
    expect(world.chat.posts.size).toBe(1);
    expect(await stillOpen()).toEqual([]);
  });

  it('gives up on a person who cannot be told any more', async () => {
    world.chat.faults.set('sendDirectMessage', () => chatRefused('deactivated'));
    await leave(intent);
    expect(await plugin.recover()).toBeUndefined();
    expect(await stillOpen()).toEqual([]);
    expect(world.logger.lines).toMatchObject([{level: 'warn'}]);
  });

  it('gives up on a channel whose posts may not be read any more, and names the meeting', async () => {
    world.chat.faults.set('ownPostsSince', () => chatRefused('gone'));
    await leave({...intent, meeting});
    expect(await plugin.recover()).toBeUndefined();
    expect(world.chat.directMessages[0]?.text).toContain(meeting.joinUrl);
    expect(await stillOpen()).toEqual([]);
  });

  it('rejects when the store cannot even be read', async () => {
    await leave(intent);
    world.keyValue.fail();
    await expect(plugin.recover()).rejects.toThrow('out of order');
  });
});
