import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {KeyValue} from '../../server/core/ports/key-value.js';
import type {GrantOwner} from '../../server/core/domain/grant.js';
import {
  ANA,
  type ConsentWorld,
  createConsentNode,
  createConsentWorld,
} from '../support/consents-under-test.js';
import {runsOf} from '../support/thorough.js';

const OWNER: GrantOwner = {kind: 'person', userId: ANA};
const HOUR = 3_600_000;
/** Longer than a lease, and any call. */
const LONG = 40_000;

/** What happens beside the refreshes of two nodes. */
const MEANWHILE = ['nothing', 'disconnect', 'connect', 'both', 'taken back', 'a node dies'] as const;
type Meanwhile = (typeof MEANWHILE)[number];

/** Every call of the store and of Zoom waits for its turn, which the scheduler gives. */
function scheduled(world: ConsentWorld, scheduler: fc.Scheduler, isDead: () => boolean) {
  const turn = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    await scheduler.schedule(Promise.resolve(), name);
    if (isDead()) return new Promise<T>(() => undefined);
    const done = await work();
    await scheduler.schedule(Promise.resolve(), `${name} is done`);
    return isDead() ? new Promise<T>(() => undefined) : done;
  };
  const {keyValue: store, zoom} = world;
  const keyValue: KeyValue = {
    get: (key) => turn(`get ${key}`, () => store.get(key)),
    put: (...by) => turn(`put ${by[0]}`, () => store.put(...by)),
    compareAndSet: (...by) => turn(`set ${by[0]}`, () => store.compareAndSet(...by)),
    delete: (key) => turn(`delete ${key}`, () => store.delete(key)),
  };
  return createConsentNode(world, {
    keyValue,
    zoom: {
      ...zoom,
      refresh: (token) => turn('refresh', () => zoom.refresh(token)),
      revoke: (token) => turn('revoke', () => zoom.revoke(token)),
    },
  });
}

/** Gives turns and lets time pass until `work` has come to an end. */
async function live(world: ConsentWorld, scheduler: fc.Scheduler, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  void work.then(() => (isDone = true));
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    if (scheduler.count() > 0) await scheduler.waitOne();
    else world.clock.advance(world.clock.nextIn() ?? 1_000);
  }
}

async function meet(scheduler: fc.Scheduler, meanwhile: Meanwhile, diesAt: number) {
  const world = createConsentWorld();
  const untouched = createConsentNode(world);
  await untouched.connect(ANA, 'zoom-ana');
  world.clock.advance(HOUR);
  let calls = 0;
  const one = scheduled(world, scheduler, () => meanwhile === 'a node dies' && (calls += 1) > diesAt);
  const other = scheduled(world, scheduler, () => false);
  const beside = scheduled(world, scheduler, () => false);
  const token = (node: typeof one) => node.token(ANA).catch(() => undefined);
  const acts: Record<Meanwhile, () => Promise<unknown>> = {
    nothing: async () => undefined,
    'a node dies': async () => undefined,
    disconnect: () => beside.grants.remove(OWNER),
    connect: () => beside.connect(ANA, 'zoom-ana'),
    both: async () => [await beside.grants.remove(OWNER), await beside.connect(ANA, 'zoom-ana')],
    'taken back': async () => world.zoom.takeBack('zoom-ana'),
  };
  const first = token(one);
  const awaited = meanwhile === 'a node dies' ? [token(other)] : [first, token(other), token(other)];
  await live(world, scheduler, Promise.all([...awaited, acts[meanwhile]()]));
  // What a dead node held has run out.
  world.clock.advance(LONG);
  return {world, untouched};
}

/** What must hold once everything has come to rest. */
async function holds(
  {world, untouched}: Awaited<ReturnType<typeof meet>>,
  meanwhile: Meanwhile,
): Promise<void> {
  const {refreshes} = world.zoom;
  const isDying = meanwhile === 'a node dies';
  // P6: a refresh token that lives is sent once. One that Zoom refuses kills nothing, and may be sent by both.
  const mayBeRefused = isDying || meanwhile === 'taken back' || meanwhile === 'connect';
  expect(refreshes.length - new Set(refreshes).size).toBeLessThanOrEqual(mayBeRefused ? 1 : 0);
  const state = await untouched.grants.find(OWNER);
  const alive = world.zoom.alive('zoom-ana');
  // No pair is lost: what lives in Zoom is what is stored, and what is stored lives.
  if (state.kind === 'good') {
    const isStored = alive === state.grant.tokens.access.reveal();
    expect(isStored || meanwhile === 'taken back').toBe(true);
  } else if (!isDying) {
    // Who disconnects is given what they have to revoke.
    expect(alive === undefined || meanwhile === 'disconnect').toBe(true);
  }
  if (meanwhile === 'nothing' || meanwhile === 'connect' || meanwhile === 'both')
    expect(state.kind).toBe('good');
  expect(world.told.length).toBeLessThanOrEqual(1);
  // While somebody connects anew, Zoom has forgotten what is still stored, and may say so.
  if (!mayBeRefused) expect(world.told).toEqual([]);
}

describe('two nodes that refresh the same consent', () => {
  it.each(MEANWHILE)('P6 ask Zoom once, lose no pair and tell at most once: %s', async (meanwhile) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({min: 1, max: 40}), async (scheduler, diesAt) => {
        await holds(await meet(scheduler, meanwhile, diesAt), meanwhile);
      }),
      {numRuns: runsOf(100)},
    );
  });
});
