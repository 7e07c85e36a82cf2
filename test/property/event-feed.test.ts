import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {EventFeed} from '../../server/core/ports/event-feed.js';
import type {KeyValue} from '../../server/core/ports/key-value.js';
import {storeUnavailable} from '../../server/core/ports/port-error.js';
import {createEventFeed} from '../../server/outbound/store/event-feed.js';
import {createCountingRandom} from '../support/counting-random.js';
import {createManualClock} from '../support/manual-clock.js';
import {createMemoryKeyValue} from '../support/memory-key-value.js';
import {createRecordingLogger} from '../support/recording-logger.js';
import {runsOf} from '../support/thorough.js';

const MINUTE = 60_000;

const node = fc.nat({max: 1});
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('keep' as const),
      node,
      size: fc.constantFrom(10, 30_000, 90_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({kind: fc.constant('read' as const), limit: fc.integer({min: 1, max: 4})}),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.constantFrom(1_000, 20 * MINUTE, 50 * MINUTE),
    }),
  },
  {weight: 1, arbitrary: fc.record({kind: fc.constant('die' as const), node})},
  {
    weight: 1,
    arbitrary: fc.record({kind: fc.constant('break' as const), calls: fc.integer({min: 1, max: 5})}),
  },
);
/** `turns`: how many calls of the store go on before the next thing happens. */
const story = fc.array(fc.tuple(happening, fc.nat({max: 30})), {minLength: 4, maxLength: 40});
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

/** Two nodes with one store, whose calls wait for the turns that the scheduler gives. */
function createWorld(scheduler: fc.Scheduler) {
  const clock = createManualClock();
  const store = createMemoryKeyValue(clock);
  let failing = 0;
  const createNode = () => {
    let isDead = false;
    const turn = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      await scheduler.schedule(Promise.resolve(), name);
      if (isDead) return new Promise<T>(() => undefined);
      if (failing > 0) {
        failing -= 1;
        // Whoever hears of a failure does not know whether it was written.
        if (failing % 2 === 0) await work();
        throw storeUnavailable('broken by the test');
      }
      const done = await work();
      await scheduler.schedule(Promise.resolve(), `${name} is done`);
      return isDead ? new Promise<T>(() => undefined) : done;
    };
    const keyValue: KeyValue = {
      get: (key) => turn(`get ${key}`, () => store.get(key)),
      put: (...by) => turn(`put ${by[0]}`, () => store.put(...by)),
      compareAndSet: (...by) => turn(`set ${by[0]}`, () => store.compareAndSet(...by)),
      delete: (key) => turn(`delete ${key}`, () => store.delete(key)),
    };
    const feed = createEventFeed({
      keyValue,
      clock,
      random: createCountingRandom(),
      logger: createRecordingLogger(),
    });
    return {feed, die: () => void (isDead = true)};
  };
  const runTurns = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (scheduler.count() > 0) await scheduler.waitOne();
    }
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    clock,
    nodes: [createNode(), createNode()],
    createNode,
    runTurns,
    /** Turns, and time, until nothing waits for either. */
    async runOut(): Promise<void> {
      do {
        clock.advance(clock.nextIn() ?? 0);
        await runTurns(1 + scheduler.count());
      } while (scheduler.count() > 0 || clock.nextIn() !== undefined);
    },
    /** Turns, and time for whoever waits for it, until the work has come to an end. */
    async until<T>(work: Promise<T>): Promise<T> {
      let isDone = false;
      const ended = work.finally(() => (isDone = true));
      ended.catch(() => undefined);
      while (!isDone) {
        await runTurns(1);
        if (scheduler.count() === 0 && !isDone) clock.advance(clock.nextIn() ?? 0);
      }
      return ended;
    },
    breakFor: (calls: number) => void (failing = calls),
  };
}
type World = ReturnType<typeof createWorld>;

/** Somebody who reads on from where they were, by whichever node answers. */
function createReader() {
  const seen: string[] = [];
  let cursor: string | undefined;
  return {
    seen,
    async readOn(feed: EventFeed, limit: number): Promise<number> {
      const page = await feed.read(cursor, limit);
      if (typeof page === 'string') throw new Error(page);
      cursor = page.next;
      seen.push(...page.events.map(({id}) => id));
      return page.events.length;
    },
  };
}

/** What was acknowledged, and what one reader has read who is asking all the time. */
async function live(world: World, happenings: readonly (readonly [Happening, number])[]) {
  const reader = createReader();
  const acknowledged: string[] = [];
  let reading: Promise<unknown> = Promise.resolve();
  let count = 0;
  const happens = (what: Happening): void => {
    const at = what.kind === 'keep' || what.kind === 'die' ? what.node : 0;
    const there = world.nodes[at] ?? world.createNode();
    switch (what.kind) {
      case 'keep': {
        const id = String((count += 1));
        const payload = 'x'.repeat(what.size);
        const event = {id, event: 'meeting.started', received_at: world.clock.now(), payload};
        there.feed.keep(event).then(
          () => acknowledged.push(id),
          () => undefined,
        );
        return;
      }
      case 'read':
        reading = reading.then(() => reader.readOn(there.feed, what.limit)).catch(() => undefined);
        return;
      case 'pass':
        return world.clock.advance(what.ms);
      case 'die':
        there.die();
        world.nodes[at] = world.createNode();
        // The reader's question may have been on its way through it; its answer is nobody's.
        if (at === 0) reading = Promise.resolve();
        return;
      case 'break':
        world.breakFor(what.calls);
    }
  };
  for (const [what, turns] of happenings) {
    happens(what);
    await world.runTurns(turns);
  }
  world.breakFor(0);
  await world.runOut();
  return {reader, acknowledged};
}

describe('the events for other systems', () => {
  it('R-40 come to everybody who reads on, all that were acknowledged, in one order that never changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), story, async (scheduler, happenings) => {
        const world = createWorld(scheduler);
        const {reader, acknowledged} = await live(world, happenings);
        world.clock.advance(2 * 60 * MINUTE);
        const {feed} = world.createNode();
        const readAll = async (by: typeof reader, limit: number): Promise<void> => {
          while ((await by.readOn(feed, limit)) > 0);
        };
        await world.until(readAll(reader, 3));
        expect(reader.seen).toEqual(expect.arrayContaining(acknowledged));
        const late = createReader();
        await world.until(readAll(late, 100));
        expect(late.seen).toEqual(reader.seen);
      }),
      {numRuns: runsOf(400)},
    );
  });
});
