import {beforeEach, describe, expect, it} from '@jest/globals';
import type {FeedEvent, FeedPage} from '../../../../contract/events.js';
import type {EventFeed} from '../../../../server/core/ports/event-feed.js';
import {createEventFeed} from '../../../../server/outbound/store/event-feed.js';
import {createCountingRandom} from '../../../support/counting-random.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {createMemoryKeyValue, type MemoryKeyValue} from '../../../support/memory-key-value.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('the rows of the events for other systems', () => {
  let clock: ManualClock;
  let keyValue: MemoryKeyValue;
  let feed: EventFeed;
  beforeEach(() => {
    clock = createManualClock();
    keyValue = createMemoryKeyValue(clock);
    feed = createNode();
  });
  const createNode = (): EventFeed =>
    createEventFeed({keyValue, clock, random: createCountingRandom(), logger: createRecordingLogger()});
  const event = (id: string, length = 10): FeedEvent => ({
    id,
    event: 'meeting.started',
    received_at: clock.now(),
    payload: 'x'.repeat(length),
  });
  const keep = (id: string, length?: number): Promise<void> => feed.keep(event(id, length));
  const read = async (after?: string, limit = 100): Promise<FeedPage> => {
    const page = await feed.read(after, limit);
    if (typeof page === 'string') throw new Error(page);
    return page;
  };
  const idsAfter = async (after?: string, limit?: number): Promise<string> =>
    (await read(after, limit)).events.map(({id}) => id).join('');
  const chunks = (): readonly string[] =>
    Object.entries(keyValue.rows()).flatMap(([key, text]) => (key.startsWith('events_') ? [text] : []));

  it('give each event as it was kept, page by page, and nothing twice to whoever reads on', async () => {
    for (const id of 'abcde') await keep(id);
    const first = await read(undefined, 2);
    expect(first.events).toEqual([event('a'), event('b')]);
    expect(await idsAfter(first.next, 2)).toBe('cd');
    const last = await read((await read(first.next, 2)).next);
    expect(await idsAfter(last.next)).toBe('');
    await keep('f');
    expect([await idsAfter(last.next), await idsAfter(first.next)]).toEqual(['f', 'cdef']);
  });

  it('stay small, whatever comes; an event that is larger has a row of its own', async () => {
    await Promise.all('abcdefgh'.split('').map((id) => keep(id, 30_000)));
    await keep('i', 200_000);
    await keep('j');
    expect(await idsAfter()).toBe('abcdefghij');
    const lengths = chunks().map((text) => text.length);
    expect(lengths.filter((length) => length > 66_000)).toHaveLength(1);
    expect(Math.max(...lengths)).toBeLessThan(201_000);
  });

  it('cost few writes when many events come at once', async () => {
    const count = (): number => keyValue.calls.filter((call) => call.startsWith('compareAndSet')).length;
    await keep('first');
    const before = count();
    await Promise.all(Array.from({length: 200}, (_, at) => keep(String(at))));
    expect(count() - before).toBeLessThan(4);
  });

  it('take no more than there is room for while the store is slow', async () => {
    const outcomes = await Promise.allSettled(Array.from({length: 12}, (_, at) => keep(String(at), 500_000)));
    const refused = outcomes.filter(({status}) => status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused[0]).toMatchObject({reason: {code: 'store-unavailable'}});
    await keep('later');
    expect((await read()).events.length).toBeGreaterThan(0);
  });

  it('are gone a week after the last that is in them, at the latest a day and an hour later', async () => {
    await keep('a');
    const {next} = await read();
    clock.advance(2 * HOUR);
    await keep('b');
    clock.advance(7 * DAY - 3 * HOUR);
    expect(await idsAfter()).toBe('ab');
    expect(await idsAfter(next)).toBe('b');
    clock.advance(DAY + 2.5 * HOUR);
    expect(await idsAfter()).toBe('b');
    feed = createNode();
    await keep('c');
    expect(await idsAfter()).toBe('bc');
    clock.advance(8.1 * DAY);
    expect(await idsAfter()).toBe('');
    feed = createNode();
    await keep('d');
    expect(await idsAfter()).toBe('d');
  });

  it('say so where somebody comes back so late that they have missed some', async () => {
    await keep('a');
    clock.advance(HOUR);
    await keep('b');
    const page = await read(undefined, 1);
    const all = await read();
    clock.advance(6.99 * DAY);
    // What came next was an hour old already.
    expect(await feed.read(page.next, 1)).toBe('expired');
    expect(await idsAfter(all.next)).toBe('');
    clock.advance(0.02 * DAY);
    expect(await feed.read(all.next, 1)).toBe('expired');
  });

  it('lose nobody who asks now and then while nothing comes', async () => {
    await keep('a');
    let {next} = await read();
    for (let day = 0; day < 30; day += 1) {
      clock.advance(DAY);
      ({next} = await read(next));
    }
    feed = createNode();
    await keep('b');
    expect(await idsAfter(next)).toBe('b');
  });

  it('can be read on from the beginning, before there were any', async () => {
    const {next} = await read();
    await keep('a');
    expect(await idsAfter(next)).toBe('a');
  });

  it.each(['', '!', 'bm90aGluZw', Buffer.from('1.2').toString('base64url')])(
    'are not read after %j, which is nothing of ours',
    async (cursor) => {
      await keep('a');
      expect(await feed.read(cursor, 1)).toBe('unknown');
    },
  );

  it('are read from the beginning after a restore that knows less than whoever reads', async () => {
    for (const id of 'abc') await keep(id, 90_000);
    const {next} = await read();
    keyValue = createMemoryKeyValue(clock);
    feed = createNode();
    await keep('x');
    expect(await feed.read(next, 1)).toBe('expired');
  });

  it('pass by a row that this version cannot read, when nothing is added to it any more', async () => {
    await keep('a');
    const {next} = await read();
    await keyValue.put('events_1', '{"v":2}');
    feed = createNode();
    await keep('b');
    expect(await idsAfter(next)).toBe('');
    clock.advance(2 * 60_000);
    expect(await idsAfter(next)).toBe('b');
    expect(keyValue.rows()['events_1']).toBe('{"v":2}');
  });
});
