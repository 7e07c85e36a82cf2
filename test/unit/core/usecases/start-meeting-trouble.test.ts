import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Chat} from '../../../../server/core/ports/chat.js';
import {INTENT_WINDOW} from '../../../../server/core/ports/intents.js';
import {
  botShutOut,
  chatRefused,
  chatUnavailable,
  unsent,
  zoomTrouble,
} from '../../../../server/core/ports/port-error.js';
import type {ZoomProblem} from '../../../../server/core/domain/zoom-problem.js';
import {createIntents} from '../../../../server/outbound/store/intents.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
});

const openIntents = () => createIntents(world).all();
const nothingWasDone = async () => {
  expect(world.zoom.calls).not.toContain('createMeeting');
  expect(world.chat.posts.size).toBe(0);
  expect(await openIntents()).toEqual([]);
};
const thePost = () => {
  const [post, ...others] = world.chat.posts.values();
  if (post === undefined || others.length > 0) throw new Error('Expected one post');
  return post;
};

describe("Zoom's trouble", () => {
  const problems: [ZoomProblem, boolean][] = [
    [{kind: 'unreachable'}, true],
    [{kind: 'timeout'}, true],
    [{kind: 'unauthorized'}, false],
    [{kind: 'missing-scope', scopes: []}, false],
    [{kind: 'forbidden'}, false],
    [{kind: 'refused', code: 300}, false],
    [{kind: 'rate-limited', per: 'day', resumesAt: undefined}, false],
    [{kind: 'server-error', status: 500}, true],
    [{kind: 'not-understood', detail: 'not-json'}, true],
    [{kind: 'unsafe-link', meetingNumber: '85500000001'}, false],
    [{kind: 'blocked-address'}, false],
  ];

  it.each(problems)(
    '%j while the meeting is created leaves no intent; it may exist: %s',
    async (problem, maybeCreated) => {
      world.zoom.faults.set('createMeeting', () => zoomTrouble(problem));
      expect(await plugin.start(ana.id)).toEqual({kind: 'zoom-trouble', problem, maybeCreated});
      expect(await openIntents()).toEqual([]);
      expect(world.chat.posts.size).toBe(0);
      expect(world.logger.lines).toMatchObject([{level: 'warn', fields: {problem: problem.kind}}]);
    },
  );

  it.each(problems)('%j while the person is looked up means that nothing was created', async (problem) => {
    world.zoom.faults.set('findUser', () => zoomTrouble(problem));
    expect(await plugin.start(ana.id)).toEqual({kind: 'zoom-trouble', problem, maybeCreated: false});
    await nothingWasDone();
  });

  it('means that nothing was created where there was no token to ask with', async () => {
    world.zoom.faults.set('createMeeting', () => unsent(zoomTrouble({kind: 'unreachable'})));
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'zoom-trouble', maybeCreated: false});
  });

  it('leaves the intent to be told again where the store fails as well', async () => {
    await plugin.intents.all();
    world.zoom.faults.set('createMeeting', () => {
      world.keyValue.fail();
      return zoomTrouble({kind: 'timeout'});
    });
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'zoom-trouble', maybeCreated: true});
    world.keyValue.mend();
    expect(await openIntents()).toHaveLength(1);
  });
});

describe("Mattermost's trouble", () => {
  it.each<keyof Chat>(['user', 'channel', 'isMember', 'mayPost'])(
    'with %s: nothing was created',
    async (method) => {
      world.chat.faults.set(method, () => chatUnavailable('no answer'));
      expect(await plugin.start(ana.id)).toEqual({kind: 'chat-unavailable'});
      await nothingWasDone();
    },
  );

  it('with the store before anything is created: nothing was', async () => {
    world.keyValue.fail();
    expect(await plugin.start(ana.id)).toEqual({kind: 'store-unavailable'});
    expect(world.zoom.calls).not.toContain('createMeeting');
  });

  it('with the post for good: the meeting is named, and nothing is left open', async () => {
    world.chat.faults.set('createPost', () => chatRefused('no'));
    const outcome = await plugin.start(ana.id);
    expect(outcome).toEqual({kind: 'not-posted', joinUrl: world.zoom.meetings[0]?.joinUrl, why: 'refused'});
    expect(await openIntents()).toEqual([]);
  });

  it.each([chatRefused, botShutOut])('that is a refusal (%p) is told as such', async (refusal) => {
    world.chat.faults.set('channel', () => refusal('no'));
    expect(await plugin.start(ana.id)).toEqual({kind: refusal('no').code});
    await nothingWasDone();
  });

  it.each([
    ['does not answer', chatUnavailable],
    ['does not let the bot in', botShutOut],
  ])('with the post, as it %s: the meeting is named, and recovery posts the card', async (_what, failure) => {
    world.chat.faults.set('createPost', () => failure('not now'));
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'not-posted', why: 'pending'});
    expect(plugin.leftBehind()).toBe(1);
    world.chat.faults.clear();
    world.clock.advance(INTENT_WINDOW);
    await plugin.recover();
    expect(thePost().message).toContain('Join meeting');
    expect(await openIntents()).toEqual([]);
  });

  it('with the record of the card: recovery finds the post and records it', async () => {
    await plugin.intents.all();
    const chat = {...world.chat};
    world.chat.createPost = async (post) => {
      const created = await chat.createPost(post);
      world.keyValue.fail();
      return created;
    };
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'started'});
    expect(plugin.leftBehind()).toBe(1);
    world.keyValue.mend();
    world.clock.advance(INTENT_WINDOW);
    await plugin.recover();
    expect((await plugin.cards.ofNumber(world.zoom.meetings[0]?.number ?? '')).cards).toHaveLength(1);
    expect(thePost().message).toContain('Join meeting');
  });

  it('S-05 with a channel that is archived in between: the meeting is named, and nothing is posted', async () => {
    world.zoom.faults.set('createMeeting', async () => {
      world.chat.channels.set(channelId, {id: channelId, teamId: '', isArchived: true, isDirect: false});
      return undefined;
    });
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'not-posted', why: 'archived'});
    expect(world.chat.posts.size).toBe(0);
    expect(await openIntents()).toEqual([]);
  });

  it('with a person who may not post there any more: the meeting is named, and nothing is posted', async () => {
    world.zoom.faults.set('createMeeting', async () => {
      world.chat.silenced.add(ana.id);
      return undefined;
    });
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'not-posted', why: 'forbidden'});
    expect(world.chat.posts.size).toBe(0);
    expect(await openIntents()).toEqual([]);
  });

  it('after the deadline: nothing is posted any more, and recovery does', async () => {
    const deadline = new AbortController();
    world.zoom.faults.set('createMeeting', async () => {
      deadline.abort();
      return undefined;
    });
    const outcome = await plugin.start(ana.id, {signal: deadline.signal});
    expect(outcome).toMatchObject({kind: 'not-posted', why: 'pending'});
    expect(world.chat.calls).not.toContain('createPost');
    expect(await openIntents()).toMatchObject([{meeting: {number: world.zoom.meetings[0]?.number}}]);
  });
});

describe('a mistake of ours', () => {
  it('is not taken for an expected outcome', async () => {
    world.zoom.faults.set('findUser', () => new TypeError('a mistake'));
    await expect(plugin.start(ana.id)).rejects.toThrow('a mistake');
  });

  it('while the meeting is created leaves no intent', async () => {
    world.zoom.faults.set('createMeeting', () => new TypeError('a mistake'));
    await expect(plugin.start(ana.id)).rejects.toThrow('a mistake');
    expect(await openIntents()).toEqual([]);
  });
});
