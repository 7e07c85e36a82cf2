import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {applyEvent} from '../../server/core/domain/apply-event.js';
import type {MeetingEvent} from '../../server/core/domain/events.js';
import {zoomPostProps} from '../../server/core/domain/post-props.js';
import type {Chat} from '../../server/core/ports/chat.js';
import type {KeyValue} from '../../server/core/ports/key-value.js';
import {needsShowing} from '../../server/core/usecases/card-revision.js';
import {createCards} from '../../server/outbound/store/cards.js';
import {createFakeWorld, type FakeWorld} from '../support/fake-world.js';
import {type Accident, startMortalProcess} from '../support/mortal-process.js';
import {passTimeUntil} from '../support/pass-time-until.js';
import {type Outside, startPluginProcess} from '../support/plugin-process.js';
import {createSampleCard, OPENED_AT} from '../support/sample-card.js';
import {runsOf} from '../support/thorough.js';

const SECOND = 1_000;
const card = createSampleCard();
const {number} = card.meeting;
const told = {number, uuid: 'uuid-1==', receivedAt: OPENED_AT + 9};

/** Two starts and two ends, each of which the card shows otherwise than the one before. */
const EVENTS: readonly MeetingEvent[] = [
  {...told, kind: 'started', startedAt: OPENED_AT + 2},
  {...told, kind: 'started', startedAt: OPENED_AT + 1},
  {...told, kind: 'ended', endedAt: OPENED_AT + 60_000},
  {...told, kind: 'ended', endedAt: OPENED_AT + 120_000},
];

interface Delivery {
  event: MeetingEvent;
  /** Milliseconds after the first. */
  at: number;
  node: number;
}

const deliveries: fc.Arbitrary<Delivery[]> = fc.array(
  fc.record({
    event: fc.constantFrom(...EVENTS),
    at: fc.integer({min: 0, max: 3 * SECOND}),
    node: fc.integer({min: 0, max: 1}),
  }),
  {minLength: 1, maxLength: 6},
);

/** A world with the card and its post. */
async function createWorldWithCard(): Promise<FakeWorld> {
  const world = createFakeWorld();
  await createCards(world).add(card);
  const {postId: id, channelId, rootId} = card;
  const post = {id, channelId, rootId, userId: 'bot', type: 'custom_zoom', message: '', isDeleted: false};
  world.chat.posts.set(id, {...post, createdAt: OPENED_AT, props: {...zoomPostProps(card)}});
  return world;
}

const propsOf = (world: FakeWorld) => world.chat.posts.get(card.postId)?.props;
const fold = (events: readonly MeetingEvent[]) => events.reduce(applyEvent, card);

async function expectLastState(world: FakeWorld, events: readonly MeetingEvent[]): Promise<void> {
  expect(propsOf(world)).toMatchObject(zoomPostProps(fold(events)));
  const {cards} = await createCards(world).ofNumber(number);
  expect(cards.map(needsShowing)).toEqual([false]);
}

/** A node whose calls begin and end when the schedule says so; and when it began to update the post. */
function createSlowNode(world: FakeWorld, scheduler: fc.Scheduler) {
  const updates: number[] = [];
  const slow =
    <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      await scheduler.schedule(Promise.resolve('asked'));
      const answer = await call(...args);
      await scheduler.schedule(Promise.resolve('answered'));
      return answer;
    };
  const rewritePost = slow((...args: Parameters<Chat['rewritePost']>) => world.chat.rewritePost(...args));
  const outside: Outside = {
    ...world,
    keyValue: {
      ...world.keyValue,
      get: slow((key: string) => world.keyValue.get(key)),
      compareAndSet: slow((...args: Parameters<KeyValue['compareAndSet']>) =>
        world.keyValue.compareAndSet(...args),
      ),
    },
    chat: {
      ...world.chat,
      rewritePost: (...args) => {
        updates.push(world.clock.now());
        return rewritePost(...args);
      },
    },
  };
  return {...startPluginProcess(outside), updates};
}

/** Lets calls end and time pass in the order of the schedule, until `work` settles. */
async function follow(world: FakeWorld, scheduler: fc.Scheduler, work: Promise<unknown>): Promise<void> {
  let isRunning = true;
  const stop = (): void => void (isRunning = false);
  work.then(stop, stop);
  let isPassing = false;
  while (isRunning) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!isPassing && world.clock.nextIn() !== undefined) {
      isPassing = true;
      void scheduler.schedule(Promise.resolve('time passes')).then(() => {
        isPassing = false;
        world.clock.advance(world.clock.nextIn() ?? 0);
      });
    }
    if (scheduler.count() > 0) await scheduler.waitOne();
  }
  await work;
}

const after = (world: FakeWorld, ms: number): Promise<void> =>
  new Promise((resolve) => void world.clock.after(ms, resolve));

const gaps = (times: readonly number[]): number[] =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0));

describe('a post', () => {
  it('P12 ends in the last state, whatever the order of the updates and notes of two nodes', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, fc.scheduler(), async (events, scheduler) => {
        const world = await createWorldWithCard();
        const nodes = [createSlowNode(world, scheduler), createSlowNode(world, scheduler)];
        const sent = events.map(async ({event, at, node}) => {
          await after(world, at);
          return nodes[node]?.record(event);
        });
        const ended = Promise.all(sent).then(() => Promise.all(nodes.map(({idle}) => idle())));
        await follow(world, scheduler, ended);
        await expectLastState(
          world,
          events.map(({event}) => event),
        );
      }),
      {numRuns: runsOf(100)},
    );
  });

  it('P12 is updated at most once a second by a node, and shows what is acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, fc.scheduler(), async (events, scheduler) => {
        const world = await createWorldWithCard();
        const node = createSlowNode(world, scheduler);
        const isShown = (event: MeetingEvent): boolean =>
          event.kind === 'started' || propsOf(world)?.['meeting_status'] === 'ENDED';
        const sent = events.map(async ({event, at}) => {
          await after(world, at);
          expect(await node.record(event)).toEqual({kind: 'recorded'});
          expect(isShown(event)).toBe(true);
        });
        await follow(world, scheduler, Promise.all(sent).then(node.idle));
        expect(gaps(node.updates).filter((gap) => gap < SECOND)).toEqual([]);
        await expectLastState(
          world,
          events.map(({event}) => event),
        );
      }),
      {numRuns: runsOf(100)},
    );
  });
});

const accident: fc.Arbitrary<Accident> = fc.record({
  atCall: fc.integer({min: 1, max: 30}),
  isCarriedOut: fc.boolean(),
  kind: fc.constantFrom('dies', 'fails'),
});

describe('a node that dies, or whose call fails, at any moment', () => {
  it('P12 has shown every end that it acknowledged; what it did not is shown when Zoom sends it again', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, accident, async (events, its) => {
        const world = await createWorldWithCard();
        const node = startMortalProcess(world, its);
        const unanswered = new Set(events);
        const sent = events.map(async (delivery) => {
          await after(world, delivery.at);
          const outcome = await node.record(delivery.event).catch(() => undefined);
          if (outcome?.kind !== 'recorded') return;
          unanswered.delete(delivery);
          if (delivery.event.kind === 'ended') expect(propsOf(world)?.['meeting_status']).toBe('ENDED');
        });
        await passTimeUntil(world.clock, Promise.race([Promise.all(sent).then(node.idle), node.died]));
        const next = startPluginProcess(world);
        for (const {event} of unanswered) await passTimeUntil(world.clock, next.record(event));
        await passTimeUntil(world.clock, next.idle());
        await passTimeUntil(world.clock, next.showLagging(number));
        await passTimeUntil(world.clock, next.idle());
        await expectLastState(
          world,
          events.map(({event}) => event),
        );
      }),
      {numRuns: runsOf(200)},
    );
  });
});
