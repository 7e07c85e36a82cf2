import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {inParallel} from '../../bench/load/in-parallel.js';
import {interleaved} from '../../bench/load/interleaved.js';
import {shuffled} from '../../bench/load/shuffled.js';
import {webhookLoad} from '../../bench/load/webhook-load.js';

describe('Work in parallel', () => {
  it('never exceeds its width, uses it, and answers in the order of the items', async () => {
    const gates: (() => void)[] = [];
    let running = 0;
    let most = 0;
    const work = inParallel([0, 1, 2, 3, 4], 2, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((open) => gates.push(open));
      running -= 1;
      return item * 10;
    });
    // The newest first, so that the items end in another order than they began.
    while (gates.length > 0) {
      gates.pop()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await work).toEqual([0, 10, 20, 30, 40]);
    expect(most).toBe(2);
  });

  it('fails when a piece of it fails', async () => {
    const work = inParallel([1, 2], 2, async (item) => {
      if (item === 2) throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
  });
});

describe('Interleaved rounds', () => {
  it('are begun by each in turn', async () => {
    const order: string[] = [];
    const play = (name: string, time: number) => async () => {
      order.push(name);
      return time;
    };
    const rounds = await interleaved(3, play('ours', 1), play('theirs', 2));
    expect(order).toEqual(['ours', 'theirs', 'theirs', 'ours', 'ours', 'theirs']);
    expect(rounds).toEqual(Array(3).fill({ours: 1, theirs: 2}));
  });
});

describe('A shuffled list', () => {
  it('holds what it held, in the same order each time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        const order = shuffled(items);
        expect([...order].sort()).toEqual([...items].sort());
        expect(shuffled(items)).toEqual(order);
      }),
    );
  });

  it('is in no order', () => {
    const ascending = Array.from({length: 100}, (_, index) => index);
    const rises = shuffled(ascending).filter((item, index, list) => item > (list[index - 1] ?? -1)).length;
    expect(rises).toBeGreaterThan(30);
    expect(rises).toBeLessThan(70);
  });
});

describe('The webhook load', () => {
  const meeting = (number: number): SimulatedMeeting => ({
    number,
    uuid: `uuid-${number}`,
    hostId: 'host',
    topic: 'Planning',
    type: 1,
    status: 'waiting',
    exists: true,
    createdAt: 0,
    startedAt: undefined,
    duration: 0,
    agenda: '',
    startTime: undefined,
    timezone: 'UTC',
    recurrence: undefined,
    occurrences: [],
    source: 'open_api',
    settings: {},
    registrationToken: '',
    registrants: [],
    capacity: 100,
    isLocked: false,
    password: '',
    encryptedPassword: '',
    waitingRoom: false,
    joinBeforeHost: false,
    participants: [],
    waiting: [],
    userIds: 0,
    stays: [],
    past: [],
  });
  const load = webhookLoad(Array.from({length: 50}, (_, index) => meeting(index + 1)));

  it('brings the start and the end of every meeting twice, the same bytes both times', () => {
    const events = load.filter((body) => body.includes('"uuid-7"'));
    expect(events.map((body) => (JSON.parse(body) as {event: string}).event).sort()).toEqual([
      'meeting.ended',
      'meeting.ended',
      'meeting.started',
      'meeting.started',
    ]);
    expect(new Set(events).size).toBe(2);
  });

  it('adds one of poison to a hundred', () => {
    expect(load.filter((body) => !body.includes('"uuid-')).length).toBe(2);
    expect(load.length).toBe(202);
  });
});
