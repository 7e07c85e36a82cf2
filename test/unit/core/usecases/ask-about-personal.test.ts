import {beforeEach, describe, expect, it} from '@jest/globals';
import {type Card, cardState} from '../../../../server/core/domain/card.js';
import {addPersonalCard} from '../../../support/add-personal-card.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {startPluginProcess} from '../../../support/plugin-process.js';

const MINUTE = 60_000;
const number = '5551234567';
let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
});
const open = () => passTimeUntil(world.clock, addPersonalCard(world, plugin, number));
const begins = (uuid: string, at = world.clock.now()) =>
  passTimeUntil(world.clock, plugin.record({kind: 'started', number, uuid, startedAt: at, receivedAt: at}));
const runs = (uuid: string): void =>
  void world.zoom.states.set(number, {uuid, hostId: 'zoom-ana', status: 'started'});
const rests = (): void =>
  void world.zoom.states.set(number, {uuid: 'next==', hostId: 'zoom-ana', status: 'waiting'});
const cards = async (): Promise<readonly Card[]> => (await plugin.cards.ofNumber(number)).cards;
const states = async (): Promise<string[]> => (await cards()).map(cardState);
const ask = () => passTimeUntil(world.clock, plugin.askZoomAbout({number}));

describe('a meeting under a personal ID, about which Zoom always answers', () => {
  it('R-02 has begun where Zoom says so: the card follows that occurrence from then on', async () => {
    await open();
    runs('mine==');
    await ask();
    expect([await states(), (await cards())[0]?.occurrence]).toEqual([['live'], 'mine==']);
  });

  it('R-02 has ended where the number waits again, with the times that Zoom has kept', async () => {
    await open();
    await begins('mine==');
    world.clock.advance(30 * MINUTE);
    rests();
    const endedAt = world.clock.now() - MINUTE;
    const startedAt = endedAt - 20 * MINUTE;
    world.zoom.past.set('mine==', {uuid: 'mine==', hostId: 'zoom-ana', startedAt, endedAt});
    await ask();
    expect([await states(), (await cards())[0]?.endedAt]).toEqual([['ended'], endedAt]);
  });

  it('R-02 has ended where another occurrence runs, also without times, and does not follow that one', async () => {
    await open();
    await begins('mine==');
    world.clock.advance(30 * MINUTE);
    runs('private==');
    await ask();
    expect([await states(), (await cards())[0]?.occurrence]).toEqual([['ended'], 'mine==']);
  });

  it('is not called over in the minute in which it began, as Zoom may not have noticed yet', async () => {
    await open();
    await begins('mine==');
    world.clock.advance(MINUTE - 1);
    rests();
    await ask();
    expect(await states()).toEqual(['live']);
    world.clock.advance(1);
    await ask();
    expect(await states()).toEqual(['ended']);
  });

  it('waits on while nobody begins it, for which Zoom is asked once', async () => {
    await open();
    rests();
    const before = world.zoom.calls.length;
    await ask();
    expect([await states(), world.zoom.calls.slice(before)]).toEqual([['waiting'], ['meeting']]);
  });

  it('of two cards ends the one whose occurrence is over, and asks once for what runs', async () => {
    await open();
    await begins('first==');
    const now = world.clock.now();
    await passTimeUntil(
      world.clock,
      plugin.record({kind: 'ended', number, uuid: 'first==', endedAt: now, receivedAt: now}),
    );
    world.clock.advance(MINUTE);
    await open();
    await begins('second==');
    world.clock.advance(10 * MINUTE);
    rests();
    const before = world.zoom.calls.length;
    await ask();
    expect(await states()).toEqual(['ended', 'ended']);
    expect(world.zoom.calls.slice(before)).toEqual(['meeting', 'pastMeeting']);
  });
});
