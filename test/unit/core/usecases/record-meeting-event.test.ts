import {beforeEach, describe, expect, it} from '@jest/globals';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import {ChatError} from '../../../../server/core/ports/chat.js';
import {StoreUnavailableError} from '../../../../server/core/ports/key-value.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let started: MeetingEvent<'started'>;
let ended: MeetingEvent<'ended'>;
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  await plugin.start(ana.id);
  const {number = '', uuid} = world.zoom.meetings[0] ?? {};
  const now = world.clock.now();
  started = {kind: 'started', number, uuid, startedAt: now + 60_000, receivedAt: now + 61_000};
  ended = {...started, kind: 'ended', endedAt: now + 120_000, receivedAt: now + 121_000};
});

const thePost = () => [...world.chat.posts.values()][0];
const rewrites = () => world.chat.calls.filter((call) => call === 'rewritePost').length;

describe('an event of a meeting', () => {
  it('is shown in the post of its card', async () => {
    expect(await plugin.record(started)).toEqual({kind: 'recorded'});
    expect(thePost()?.props['meeting_status']).toBe('STARTED');
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    expect(thePost()?.props['meeting_status']).toBe('ENDED');
    expect(thePost()?.message).toContain('has ended after 1 minute.');
  });

  it('costs five calls: read, fold, the post twice, remember', async () => {
    const calls = world.keyValue.calls.length;
    await plugin.record(ended);
    expect(world.keyValue.calls.slice(calls).map((call) => call.split(' ')[0])).toEqual([
      'get',
      'compareAndSet',
      'compareAndSet',
    ]);
    expect(rewrites()).toBe(1);
  });

  it('W-02 a hundred times side by side is one update', async () => {
    const outcomes = await Promise.all(Array.from({length: 100}, () => plugin.record(ended)));
    expect(outcomes.every(({kind}) => kind === 'recorded')).toBe(true);
    expect(rewrites()).toBe(1);
  });

  it('W-02 on two nodes side by side ends in one state', async () => {
    const other = startPluginProcess(world);
    const events = [started, ended, ended, started].map((event, index) =>
      (index % 2 ? plugin : other).record(event),
    );
    await passTimeUntil(world.clock, Promise.all(events));
    expect(thePost()?.props['meeting_status']).toBe('ENDED');
    const {cards} = await other.cards.ofNumber(ended.number);
    expect(cards).toMatchObject([{startedAt: started.startedAt, endedAt: ended.endedAt}]);
  });

  it('keeps what others have put on the post', async () => {
    const post = thePost();
    if (post !== undefined) world.chat.posts.set(post.id, {...post, props: {...post.props, theirs: 1}});
    await plugin.record(ended);
    expect(thePost()?.props['theirs']).toBe(1);
  });

  it('of a meeting that nobody started from here is unknown', async () => {
    expect(await plugin.record({...ended, number: '99999999999'})).toEqual({kind: 'unknown-meeting'});
    expect(rewrites()).toBe(0);
  });

  it('waits for the card that is just being posted', async () => {
    let post = (): void => undefined;
    const chat = {...world.chat};
    world.chat.createPost = async (content) => {
      await new Promise<void>((resolve) => (post = resolve));
      return chat.createPost(content);
    };
    world.clock.advance(10_000);
    const starting = plugin.start(ana.id, {besides: true});
    while (world.zoom.meetings.length < 2) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    const recorded = plugin.record({
      ...started,
      number: world.zoom.meetings[1]?.number ?? '',
      uuid: undefined,
      startedAt: world.clock.now(),
    });
    post();
    await starting;
    expect(await recorded).toEqual({kind: 'recorded'});
  });
});

describe('an event that cannot be shown', () => {
  it('because the post was deleted is recorded, and Mattermost is not asked again', async () => {
    world.chat.posts.clear();
    expect(await plugin.record(started)).toEqual({kind: 'recorded'});
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    expect(rewrites()).toBe(1);
  });

  it('because the channel was archived is recorded, and Zoom need not send it again', async () => {
    world.chat.channels.set(channelId, {id: channelId, teamId: '', isArchived: true, isDirect: false});
    world.chat.faults.set('rewritePost', () => new ChatError('refused', 'archived'));
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    expect(rewrites()).toBe(1);
  });

  it('for the moment is shown by the same event sent again', async () => {
    world.chat.faults.set('rewritePost', () => new ChatError('unavailable', 'no answer'));
    expect(await plugin.record(ended)).toEqual({kind: 'not-shown'});
    world.chat.faults.clear();
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    expect(thePost()?.props['meeting_status']).toBe('ENDED');
  });

  it('for the moment is shown by any other event, after a restart as well', async () => {
    world.chat.faults.set('rewritePost', () => new ChatError('unavailable', 'no answer'));
    await plugin.record(ended);
    world.chat.faults.clear();
    expect(await startPluginProcess(world).record(started)).toEqual({kind: 'recorded'});
    expect(thePost()?.props['meeting_status']).toBe('ENDED');
  });
});

describe('an event while the store fails', () => {
  it('rejects, and is recorded when it is sent again', async () => {
    world.keyValue.fail();
    await expect(plugin.record(ended)).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(rewrites()).toBe(0);
    world.keyValue.mend();
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    expect(thePost()?.props['meeting_status']).toBe('ENDED');
  });
});
