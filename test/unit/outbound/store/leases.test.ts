import {beforeEach, describe, expect, it} from '@jest/globals';
import {LEASE_MS, type Leases} from '../../../../server/core/ports/leases.js';
import {createLeases} from '../../../../server/outbound/store/leases.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';

let world: FakeWorld;
/** Two processes with one store. */
let one: Leases;
let other: Leases;
let began: string[];
beforeEach(() => {
  world = createFakeWorld();
  one = createLeases(world);
  other = createLeases(world);
  began = [];
});

/** Work that goes on until it is told to end. */
const hold = (leases: Leases, what: string, name: string) => {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const done = leases.hold(what, async () => {
    began.push(name);
    await ended;
    return name;
  });
  return {end, done};
};
/** Everybody looks again a few times. */
const pass = async (ms: number): Promise<void> => {
  const end = world.clock.now() + ms;
  while (world.clock.now() < end) {
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    world.clock.advance(Math.min(world.clock.nextIn() ?? ms, end - world.clock.now()));
  }
};

describe('What one node does at a time', () => {
  it('is waited for by the others, who do it then; something else is not', async () => {
    const first = hold(one, 'sales', 'first');
    const second = hold(other, 'sales', 'second');
    const elsewhere = hold(other, 'ops', 'elsewhere');
    await pass(LEASE_MS - 1_000);
    expect(began.sort()).toEqual(['elsewhere', 'first']);
    for (const {end} of [first, second, elsewhere]) end();
    const all = Promise.all([first.done, second.done, elsewhere.done]);
    expect(await passTimeUntil(world.clock, all)).toEqual(['first', 'second', 'elsewhere']);
  });

  it('is free again when it has failed, and its failure is the caller’s', async () => {
    await expect(one.hold('sales', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await other.hold('sales', async () => 'done')).toBe('done');
  });

  it('of a node that died is done by another after a minute, and a late end takes nothing from that one', async () => {
    const dead = hold(one, 'sales', 'dead');
    await pass(1);
    const next = hold(other, 'sales', 'next');
    await pass(LEASE_MS + 1_000);
    expect(began).toEqual(['dead', 'next']);
    dead.end();
    await dead.done;
    const third = hold(one, 'sales', 'third');
    await pass(1_000);
    expect(began).toEqual(['dead', 'next']);
    for (const {end} of [next, third]) end();
    await passTimeUntil(world.clock, Promise.all([next.done, third.done]));
    expect(began).toEqual(['dead', 'next', 'third']);
  });
});
