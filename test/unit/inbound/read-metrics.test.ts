import {beforeEach, describe, expect, it} from '@jest/globals';
import {NO_ACTIVITY} from '../../../server/core/domain/webhook-activity.js';
import type {Application} from '../../../server/core/ports/application.js';
import type {Jobs} from '../../../server/core/ports/jobs.js';
import {storeUnavailable} from '../../../server/core/ports/port-error.js';
import {createReadMetrics} from '../../../server/inbound/read-metrics.js';
import {createFakeWorld, type FakeWorld} from '../../support/fake-world.js';

let world: FakeWorld;
let due: Jobs['due'];
let open: () => Promise<number>;
let looks: number;
let readMetrics: Application['readMetrics'];
beforeEach(() => {
  world = createFakeWorld();
  looks = 0;
  due = async () => ({count: 2, oldestAt: world.clock.now() - 45_000});
  open = async () => 7;
  readMetrics = createReadMetrics({
    ...world,
    jobs: {
      due: () => {
        looks += 1;
        return due();
      },
    },
    openCards: {count: () => open()},
    activity: {read: async () => ({...NO_ACTIVITY, accepted: {at: 5_400}})},
  });
});

const NAMES = ['zoom_jobs_due', 'zoom_jobs_oldest_due_seconds', 'zoom_cards_open'];
const LAST = 'zoom_webhook_last_timestamp_seconds';
const read = async (): Promise<(number | undefined)[]> => {
  const families = await readMetrics();
  return NAMES.map((name) => families.find((family) => family.name === name)?.samples[0]?.value);
};
const away = (): Promise<never> => Promise.reject(storeUnavailable('no answer'));

describe('What lies in the store', () => {
  it('is counted when somebody asks', async () => {
    expect(await read()).toEqual([2, 45, 7]);
    due = async () => ({count: 0, oldestAt: undefined});
    world.clock.advance(10_000);
    expect(await read()).toEqual([0, 0, 7]);
  });

  it('says when the last webhook came', async () => {
    const families = await readMetrics();
    expect(families.find(({name}) => name === LAST)?.samples[0]?.value).toBe(5);
  });

  it('is read once in ten seconds, however many ask', async () => {
    await Promise.all([read(), read(), read()]);
    world.clock.advance(9_999);
    await read();
    expect(looks).toBe(1);
    world.clock.advance(1);
    await read();
    expect(looks).toBe(2);
  });

  it('R-05 is not shown while the store is away, and everything else is', async () => {
    await read();
    [due, open] = [away, away];
    world.clock.advance(10_000);
    expect(await read()).toEqual([undefined, undefined, undefined]);
    expect((await readMetrics()).find(({name}) => name === 'zoom_build_info')?.samples).toHaveLength(1);
  });

  it('R-05 keeps nobody waiting for more than two seconds', async () => {
    open = () => new Promise(() => undefined);
    const reading = read();
    await world.clock.untilWaiting();
    world.clock.advance(2_000);
    expect(await reading).toEqual([undefined, undefined, undefined]);
  });
});
