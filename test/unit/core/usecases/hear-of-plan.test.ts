import {beforeEach, describe, expect, it} from '@jest/globals';
import {cardState} from '../../../../server/core/domain/card.js';
import {createAskSeldom} from '../../../../server/core/usecases/ask-seldom.js';
import {createHearOfPlan, type HearOfPlan} from '../../../../server/core/usecases/hear-of-plan.js';
import {createPace} from '../../../../server/core/usecases/pace.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana} from '../../../support/people.js';
import {addPlannedCard, createPlannedCard} from '../../../support/planned-card.js';
import {startPluginProcess} from '../../../support/plugin-process.js';

const {number} = createPlannedCard().meeting;
let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let asked: string[];
let hear: HearOfPlan;
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  asked = [];
  hear = createHearOfPlan({
    cards: plugin.cards,
    settled: async () => undefined,
    async record(event) {
      await passTimeUntil(world.clock, plugin.record(event));
      return {kind: 'recorded'};
    },
    askZoomAbout: createAskSeldom({
      askZoomAbout: async ({number: about}) => (asked.push(about), 'asked'),
      pace: createPace({clock: world.clock, everyMs: 30_000}),
      inBackground: () => undefined,
    }),
  });
});
/** Lets go on what waits for promises alone. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const news = (what: 'changed' | 'deleted', changes: Partial<Parameters<HearOfPlan>[0]> = {}) => ({
  what,
  number,
  hostId: 'zoom-ana',
  accountId: 'acc-1',
  receivedAt: world.clock.now() + 1,
  ...changes,
});
const states = async () => (await plugin.cards.ofNumber(number)).cards.map(cardState);

describe('a change of what is planned in Zoom', () => {
  it('makes us ask Zoom, which tells only what has changed', async () => {
    await addPlannedCard(world, plugin.cards);
    expect(await hear(news('changed'), 'fresh')).toEqual({kind: 'hint'});
    expect(asked).toEqual([number]);
  });

  it('is asked about once in half a minute, and again for what has changed meanwhile', async () => {
    await addPlannedCard(world, plugin.cards);
    for (const receivedAt of [1, 2, 3]) await hear(news('changed', {receivedAt}), 'fresh');
    expect(asked).toEqual([number]);
    world.clock.advance(30_000);
    await settled();
    expect(asked).toEqual([number, number]);
  });

  it('is none of ours where there is no card of it, and Zoom is not asked', async () => {
    expect(await hear(news('changed'), 'fresh')).toEqual({kind: 'unknown-meeting'});
    await plugin.start(ana.id);
    const started = world.zoom.meetings[0]?.number ?? '';
    expect(await hear(news('deleted', {number: started}), 'fresh')).toEqual({kind: 'unknown-meeting'});
    expect(asked).toEqual([]);
  });

  it('is nobody else’s: another host or account changes nothing', async () => {
    await addPlannedCard(world, plugin.cards);
    const foreign = [{hostId: 'zoom-eve'}, {accountId: 'acc-2'}];
    for (const changes of foreign)
      expect(await hear(news('deleted', changes), 'fresh')).toEqual({kind: 'unknown-meeting'});
    expect([await states(), asked]).toEqual([['waiting'], []]);
  });

  it('takes the meeting off where it was deleted', async () => {
    await addPlannedCard(world, plugin.cards);
    expect(await hear(news('deleted'), 'fresh')).toEqual({kind: 'recorded'});
    expect([await states(), asked]).toEqual([['cancelled'], []]);
  });

  it('W-08 is only a reason to ask where it may be a replay', async () => {
    await addPlannedCard(world, plugin.cards);
    expect(await hear(news('deleted'), 'stale')).toEqual({kind: 'hint'});
    expect([await states(), asked]).toEqual([['waiting'], [number]]);
  });
});
