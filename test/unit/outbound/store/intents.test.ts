import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Intent} from '../../../../server/core/domain/intent.js';
import {INTENT_WINDOW, type Intents, type Opening} from '../../../../server/core/ports/intents.js';
import {createIntents} from '../../../../server/outbound/store/intents.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana, ben} from '../../../support/people.js';
import {channelId, createSampleCard, OPENED_AT} from '../../../support/sample-card.js';
import {intentOf} from '../../../support/sample-intent.js';

const {meeting} = createSampleCard();

let world: FakeWorld;
let intents: Intents;
/** What a process that knows nothing finds. */
const afterRestart = () => createIntents(world);
/** The intent that is the answer to the second wish. */
const answerIn = (opening: Opening): string => (opening.kind === 'earlier' ? opening.earlier.id : 'two');
beforeEach(() => {
  world = createFakeWorld();
  intents = createIntents(world);
});

describe('an intent', () => {
  it('is found after a restart, with the meeting that was noted', async () => {
    await intents.open(intentOf('one'));
    await intents.attachMeeting(intentOf('one'), meeting);
    expect(await afterRestart().all()).toMatchObject([intentOf('one', {meeting})]);
  });

  it('costs one write when the row is known, and all rows are eight', async () => {
    await intents.all();
    expect(world.keyValue.calls).toHaveLength(8);
    await intents.open(intentOf('one'));
    expect(world.keyValue.calls).toHaveLength(9);
  });

  it('is gone once it is closed', async () => {
    await intents.open(intentOf('one'));
    await intents.close(intentOf('one'));
    expect(await afterRestart().all()).toEqual([]);
  });

  it('survives the many of other channels', async () => {
    const channels = Array.from({length: 30}, (_, index) => mattermostId(`channel${index}x`));
    for (const channel of channels) await intents.open(intentOf(channel, {channelId: channel}));
    const found = await afterRestart().all();
    expect(found.map(({id}) => id).sort()).toEqual([...channels].sort());
    expect(Object.keys(world.keyValue.rows())).toHaveLength(8);
  });
});

describe('the same person in the same place', () => {
  const place = {channelId, rootId: ''};
  const again = (changes: Partial<Intent> = {}) => intentOf('two', changes);

  it.each([0, INTENT_WINDOW - 1])('gets the first intent %i ms later', async (ms) => {
    await intents.open(intentOf('one'));
    const openedAt = OPENED_AT + ms;
    expect((await intents.recent(ana.id, place, openedAt))?.id).toBe('one');
    expect(answerIn(await intents.open(again({openedAt})))).toBe('one');
    expect(await intents.all()).toHaveLength(1);
  });

  it('gets one of their own when the window is over', async () => {
    await intents.open(intentOf('one'));
    const openedAt = OPENED_AT + INTENT_WINDOW;
    expect(await intents.recent(ana.id, place, openedAt)).toBeUndefined();
    expect(answerIn(await intents.open(again({openedAt})))).toBe('two');
  });

  it('gets the first intent from another process too, which had not seen it', async () => {
    const other = afterRestart();
    await other.all();
    await intents.open(intentOf('one'));
    expect(answerIn(await passTimeUntil(world.clock, other.open(again())))).toBe('one');
  });

  it.each([
    ['another person', {userId: ben.id}],
    ['another channel', {channelId: mattermostId('other')}],
    ['another thread', {rootId: mattermostId('thread')}],
  ])('is not %s', async (_who, changes) => {
    await intents.open(intentOf('one'));
    expect(answerIn(await intents.open(again(changes)))).toBe('two');
  });
});

describe('somebody else within the window', () => {
  const [thread, other] = [mattermostId('thread'), mattermostId('other')];

  it.each([
    ['gets the first intent in the channel', '', '', 'one'],
    ['gets the first intent in the thread', thread, thread, 'one'],
    ['gets at channel level what is being started in a thread', thread, '', 'one'],
    ['gets their own in another thread', thread, other, 'two'],
    ['gets their own in a thread, whatever is being started at channel level', '', thread, 'two'],
  ])('%s', async (_what, first, second, answer) => {
    await intents.open(intentOf('one', {rootId: first}));
    const again = intentOf('two', {userId: ben.id, rootId: second});
    expect(answerIn(await afterRestart().open(again, {besides: false}))).toBe(answer);
  });
});

describe('a claim', () => {
  it('is refused while somebody works on the intent', async () => {
    await intents.open(intentOf('one'));
    expect(await intents.claim(intentOf('one'), OPENED_AT + INTENT_WINDOW - 1)).toBe(false);
  });

  it('is granted to one of two processes', async () => {
    await intents.open(intentOf('one'));
    const [one, other] = [afterRestart(), afterRestart()];
    await Promise.all([one.all(), other.all()]);
    const now = OPENED_AT + INTENT_WINDOW;
    const claims = [one, other].map((process) => process.claim(intentOf('one'), now));
    const granted = await passTimeUntil(world.clock, Promise.all(claims));
    expect(granted.filter(Boolean)).toHaveLength(1);
  });

  it.each([
    ['is gone', (other: Intents) => other.close(intentOf('one'))],
    ['has its card', (other: Intents) => other.markPosted(intentOf('one'))],
  ])('is refused when the intent %s, even if it was still open at the first try', async (_what, finish) => {
    await intents.open(intentOf('one'));
    const other = afterRestart();
    await other.all();
    await finish(intents);
    const claim = other.claim(intentOf('one'), OPENED_AT + INTENT_WINDOW);
    expect(await passTimeUntil(world.clock, claim)).toBe(false);
  });
});

describe('all open intents', () => {
  it('are those that the store has now, whatever this process has seen before', async () => {
    await intents.all();
    await afterRestart().open(intentOf('one'));
    expect((await intents.all()).map(({id}) => id)).toEqual(['one']);
  });
});

describe('a closed intent', () => {
  it('is nothing to this process from the moment it is closed, whatever the store does', async () => {
    await intents.open(intentOf('one'));
    world.keyValue.fail();
    await expect(intents.close(intentOf('one'))).rejects.toThrow();
    world.keyValue.mend();
    expect(await intents.recent(ana.id, {channelId, rootId: ''}, OPENED_AT)).toBeUndefined();
    expect(await intents.all()).toEqual([]);
    expect(await afterRestart().all()).toHaveLength(1);
  });
});

describe('what a person has tried', () => {
  const tried = async (by = ana.id): Promise<readonly string[]> => {
    let ids: readonly string[] = [];
    const limit = (others: readonly {id: string}[]) => {
      ids = others.map(({id}) => id);
      return 1;
    };
    await afterRestart().open(intentOf('asking', {userId: by}), {besides: true, limit});
    return ids;
  };

  it('is told to the next process that opens an intent in the row, which writes nothing where it was too much', async () => {
    await intents.open(intentOf('one'));
    await intents.open(intentOf('two', {rootId: mattermostId('thread')}));
    await intents.open(intentOf('of ben', {userId: ben.id, rootId: mattermostId('thread')}));
    const before = world.keyValue.rows();
    const limit = () => 42;
    const opening = await afterRestart().open(intentOf('three', {rootId: mattermostId('other')}), {
      besides: true,
      limit,
    });
    expect(opening).toEqual({kind: 'too-many', nextAt: 42});
    expect([await tried(), await tried(ben.id)]).toEqual([['one', 'two'], ['of ben']]);
    expect(world.keyValue.rows()).toEqual(before);
  });

  it('is counted for a minute after it was closed, without a word of what it was about', async () => {
    await intents.open(intentOf('one', {topic: 'Secret'}));
    await intents.close(intentOf('one'));
    expect(await tried()).toEqual(['one']);
    expect(await afterRestart().inChannel(channelId)).toEqual([]);
    expect(await afterRestart().recent(ana.id, {channelId, rootId: ''}, OPENED_AT)).toBeUndefined();
    expect(JSON.stringify(world.keyValue.rows())).not.toMatch(/Secret|Ana|ana"/);
    world.clock.advance(60_000);
    const later = {userId: ben.id, openedAt: world.clock.now()};
    await intents.open(intentOf('two', later));
    expect(await tried()).toEqual([]);
  });

  it('never makes a row long, and never takes the place of a meeting that may be on', async () => {
    await intents.open(intentOf('on'));
    await intents.markPosted(intentOf('on'));
    for (let index = 0; index < 60; index++) {
      const other = intentOf(`try ${index}`, {userId: ben.id, rootId: mattermostId(`thread${index}x`)});
      await intents.open(other);
      await intents.close(other);
    }
    expect((await tried(ben.id)).length).toBe(40);
    expect((await afterRestart().inChannel(channelId)).map(({id}) => id)).toEqual(['on']);
  });
});

describe('a forgotten intent', () => {
  beforeEach(async () => {
    await intents.open(intentOf('one'));
    intents.forget(intentOf('one'));
  });

  it('is nothing to recover, and a double click still finds it', async () => {
    expect(await intents.all()).toEqual([]);
    expect(answerIn(await intents.open(intentOf('two', {openedAt: OPENED_AT + 1})))).toBe('one');
  });

  it('costs no write of its own', () => {
    expect(world.keyValue.calls.filter((call) => call.startsWith('compareAndSet'))).toHaveLength(1);
  });

  it('is noted as posted with the next write: nothing to recover after a restart, and still in its channel', async () => {
    await intents.open(intentOf('two', {userId: ben.id}));
    expect((await afterRestart().all()).map(({id}) => id)).toEqual(['two']);
    const here = await afterRestart().inChannel(intentOf('one').channelId);
    expect(here.map(({id}) => id).sort()).toEqual(['one', 'two']);
  });

  it('goes with the next write once its meeting is over', async () => {
    intents.drop(intentOf('one'));
    expect(await intents.inChannel(intentOf('one').channelId)).toEqual([]);
    await intents.open(intentOf('two', {userId: ben.id}));
    expect((await afterRestart().inChannel(intentOf('one').channelId)).map(({id}) => id)).toEqual(['two']);
  });

  it('goes after a day, whatever became of its meeting', async () => {
    await intents.open(intentOf('two', {userId: ben.id}));
    world.clock.advance(24 * 60 * 60 * 1000);
    await intents.open(intentOf('three', {openedAt: world.clock.now()}));
    expect((await afterRestart().inChannel(intentOf('one').channelId)).map(({id}) => id)).not.toContain(
      'one',
    );
  });
});

describe('a meeting that could not be noted', () => {
  it('is still known to the process that created it', async () => {
    await intents.open(intentOf('one'));
    world.keyValue.fail();
    await expect(intents.attachMeeting(intentOf('one'), meeting)).rejects.toThrow();
    world.keyValue.mend();
    expect(await intents.all()).toMatchObject([intentOf('one', {meeting})]);
    expect(await afterRestart().all()).toMatchObject([intentOf('one')]);
  });
});

describe('a row that cannot be read', () => {
  it('stops starts in its channels, and keeps nobody from finishing those of the others', async () => {
    await intents.open(intentOf('one'));
    const [damaged = ''] = Object.keys(world.keyValue.rows());
    await intents.open(intentOf('two', {channelId: mattermostId('elsewhere')}));
    await world.keyValue.put(damaged, '{"damaged":');
    expect((await afterRestart().all()).map(({id}) => id)).toEqual(['two']);
    await expect(afterRestart().open(intentOf('three'))).rejects.toMatchObject({code: 'record-unreadable'});
    expect(world.keyValue.rows()[damaged]).toBe('{"damaged":');
  });
});
