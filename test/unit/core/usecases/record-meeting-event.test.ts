import {beforeEach, describe, expect, it} from '@jest/globals';
import {applyEvent} from '../../../../server/core/domain/apply-event.js';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import type {HearOutcome} from '../../../../server/core/usecases/hear-of-meeting.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {botShutOut, chatRefused, chatUnavailable} from '../../../../server/core/ports/port-error.js';

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
const SECOND = 1_000;
/** From now on `then` happens behind every update of a post, before its answer. */
function behindUpdates(then: () => unknown): void {
  const chat = {...world.chat};
  world.chat.rewritePost = async (...args) => {
    const answer = await chat.rewritePost(...args);
    await then();
    return answer;
  };
}
const rewrites = () => world.chat.calls.filter((call) => call === 'rewritePost').length;

describe('an event of a meeting', () => {
  it('is shown in the post of its card', async () => {
    expect(await plugin.record(started)).toEqual({kind: 'recorded'});
    expect(thePost()?.props['meeting_status']).toBe('STARTED');
    world.clock.advance(SECOND);
    await plugin.idle();
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    expect(thePost()?.props['meeting_status']).toBe('ENDED');
    expect(thePost()?.message).toContain('has ended after 1 minute.');
  });

  it('costs five calls: read, fold, the post twice, and beside the answer remember', async () => {
    const calls = world.keyValue.calls.length;
    const made = (): unknown[] => world.keyValue.calls.slice(calls).map((call) => call.split(' ')[0]);
    await plugin.record(ended);
    expect(made().slice(0, 2)).toEqual(['get', 'compareAndSet']);
    await plugin.idle();
    expect(made()).toEqual(['get', 'compareAndSet', 'compareAndSet']);
    expect(rewrites()).toBe(1);
  });

  it('of a meeting that begins although its card was closed has it asked about again, until it ends', async () => {
    const [card] = (await plugin.cards.ofNumber(started.number)).cards;
    const {number, receivedAt} = started;
    await plugin.record({kind: 'closed', number, receivedAt, cardId: card?.id ?? '', because: 'cancelled'});
    plugin.takeWatched();
    await passTimeUntil(world.clock, plugin.record(started));
    expect(plugin.takeWatched()).toEqual([number]);
    await passTimeUntil(world.clock, plugin.record(ended));
    expect(plugin.takeWatched()).toEqual([]);
  });

  it('is acknowledged when its post shows it, whatever becomes of the note about that', async () => {
    behindUpdates(() => world.keyValue.fail());
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    await plugin.idle();
    expect(world.logger.lines.map(({message}) => message)).toEqual([
      'What a meeting card shows could not be noted',
    ]);
    world.keyValue.mend();
    expect(await startPluginProcess(world).record(ended)).toEqual({kind: 'recorded'});
    expect(rewrites()).toBe(2);
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

describe('events that come within a second', () => {
  const inOneSecond = async (): Promise<HearOutcome[]> => {
    const outcomes = [await plugin.record(started)];
    const later = Promise.all([plugin.record(ended), plugin.record(started), plugin.record(ended)]);
    return [...outcomes, ...(await passTimeUntil(world.clock, later))];
  };

  it('share one update at its end, which shows the last state', async () => {
    const from = world.clock.now();
    expect((await inOneSecond()).map(({kind}) => kind)).toEqual(Array(4).fill('recorded'));
    expect([rewrites(), world.clock.now() - from]).toEqual([2, SECOND]);
    expect(thePost()?.props['meeting_status']).toBe('ENDED');
  });

  it('are on record at once, before they are shown', async () => {
    await plugin.record(started);
    const later = plugin.record(ended);
    await world.clock.untilWaiting();
    await new Promise((resolve) => setImmediate(resolve));
    expect((await plugin.cards.ofNumber(ended.number)).cards).toMatchObject([{endedAt: ended.endedAt}]);
    expect(thePost()?.props['meeting_status']).toBe('STARTED');
    await passTimeUntil(world.clock, later);
  });

  it('of other cards are shown at once', async () => {
    await plugin.record(started);
    world.clock.advance(10_000);
    await plugin.start(ana.id, {besides: true});
    const {number = '', uuid} = world.zoom.meetings[1] ?? {};
    const now = world.clock.now();
    await plugin.record({...ended, endedAt: now});
    await plugin.record({kind: 'started', number, uuid, startedAt: now, receivedAt: now});
    expect([rewrites(), world.clock.now()]).toEqual([3, now]);
  });
});

describe('a change that another node makes while a post is updated', () => {
  const endElsewhere = async (): Promise<void> => {
    const stored = await startPluginProcess(world).cards.ofNumber(ended.number);
    await stored.update((card) => applyEvent(card, ended));
  };
  beforeEach(() => {
    let isFirst = true;
    behindUpdates(async () => {
      if (isFirst) await endElsewhere();
      isFirst = false;
    });
  });

  it('is shown in the next update, of which nobody waits', async () => {
    expect(await plugin.record(started)).toEqual({kind: 'recorded'});
    expect(thePost()?.props['meeting_status']).toBe('STARTED');
    await passTimeUntil(world.clock, plugin.idle());
    expect(thePost()?.props['meeting_status']).toBe('ENDED');
  });

  it('is shown by a job where Mattermost does not take that update', async () => {
    await plugin.record(started);
    world.chat.faults.set('rewritePost', () => chatUnavailable('no answer'));
    await passTimeUntil(world.clock, plugin.idle());
    expect(plugin.unshown()).toEqual([ended.number]);
  });
});

describe('an event that cannot be shown', () => {
  it('because the post was deleted is recorded, and Mattermost is not asked again', async () => {
    world.chat.posts.clear();
    expect(await plugin.record(started)).toEqual({kind: 'recorded'});
    await plugin.idle();
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    expect(rewrites()).toBe(1);
  });

  it('because the post is somebody else’s and may not be changed is recorded, and nobody tries again', async () => {
    world.chat.obstacles.set(thePost()?.id ?? '', 'fixed');
    expect(await plugin.record(started)).toEqual({kind: 'recorded'});
    await plugin.idle();
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    expect([rewrites(), plugin.unshown()]).toEqual([1, []]);
  });

  it.each([
    ['Mattermost does not answer', chatUnavailable],
    ['the bot is disabled', botShutOut],
    ['the channel is archived', chatRefused],
  ])('because %s is owed, and shown by the same event sent again', async (_why, refusal) => {
    world.chat.faults.set('rewritePost', () => refusal('not now'));
    expect(await plugin.record(ended)).toEqual({kind: 'not-shown'});
    expect(plugin.unshown()).toEqual([ended.number]);
    world.chat.faults.clear();
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    expect(thePost()?.props['meeting_status']).toBe('ENDED');
  });

  it('for the moment is shown by any other event, after a restart as well', async () => {
    world.chat.faults.set('rewritePost', () => chatUnavailable('no answer'));
    await plugin.record(ended);
    world.chat.faults.clear();
    expect(await startPluginProcess(world).record(started)).toEqual({kind: 'recorded'});
    expect(thePost()?.props['meeting_status']).toBe('ENDED');
  });
});

describe('an event while the store fails', () => {
  it('rejects, and is recorded when it is sent again', async () => {
    world.keyValue.fail();
    await expect(plugin.record(ended)).rejects.toMatchObject({code: 'store-unavailable'});
    expect(rewrites()).toBe(0);
    world.keyValue.mend();
    expect(await plugin.record(ended)).toEqual({kind: 'recorded'});
    expect(thePost()?.props['meeting_status']).toBe('ENDED');
  });
});
