import {expect, it} from '@jest/globals';
import {applyEvent} from '../../../../server/core/domain/apply-event.js';
import {type Card, isOver} from '../../../../server/core/domain/card.js';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import {NO_ACTIVITY} from '../../../../server/core/domain/webhook-activity.js';
import {createAskZoomAbout} from '../../../../server/core/usecases/ask-zoom-about.js';
import {createJobSchedule} from '../../../../server/inbound/jobs/job-schedule.js';
import {createJobKinds} from '../../../../server/inbound/jobs/registry.js';
import {LOOK_AFTER_MS} from '../../../../server/inbound/jobs/look-after.js';
import {createWorkInProgress} from '../../../../server/lib/work-in-progress.js';
import {createCards} from '../../../../server/outbound/store/cards.js';
import {createJobs} from '../../../../server/outbound/store/jobs.js';
import {createTurns} from '../../../../server/outbound/store/turns.js';
import {createFakeWorld} from '../../../support/fake-world.js';
import {createSampleCard} from '../../../support/sample-card.js';
import {isThorough} from '../../../support/thorough.js';

const MINUTE = 60_000;
const signal = new AbortController().signal;

/** Lets go on what waits for promises alone. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Meetings that all begin and all end at the same moment, and no webhook tells of it.
 * @returns how many minutes late each card was, and the shortest time between two calls of Zoom in milliseconds
 */
async function sleepThrough({
  meetings,
  endsAt,
  silentFrom,
}: {
  meetings: number;
  /** Minutes after the start. */
  endsAt: number;
  /** Minutes after the start at which the last webhook about any other meeting comes. */
  silentFrom?: number;
}) {
  const world = createFakeWorld();
  const {clock, zoom} = world;
  const began = clock.now();
  const endedAt = began + endsAt * MINUTE;
  const cards = createCards(world);
  const numbers = Array.from({length: meetings}, (_, index) => String(85_500_000_000 + index));
  const late = new Map<string, number>();
  let lastCallAt = 0;
  let closest = Infinity;

  for (const number of numbers) await cards.add(cardOf(number, began));
  const answers = {
    ...zoom,
    as: () => ({
      ...zoom.as({kind: 'server'}, signal),
      meeting: async (number: string) => {
        closest = Math.min(closest, clock.now() - lastCallAt);
        lastCallAt = clock.now();
        const uuid = `uuid ${number}`;
        return clock.now() < endedAt ? {uuid, hostId: undefined, status: 'started' as const} : undefined;
      },
    }),
  };
  const record = async (event: MeetingEvent): Promise<void> => {
    const stored = await cards.ofNumber(event.number);
    const [card] = (await stored.update((known) => applyEvent(known, event))).cards;
    if (card !== undefined && isOver(card) && !late.has(event.number)) {
      late.set(event.number, (clock.now() - endedAt) / MINUTE);
    }
  };
  const arrivals = () =>
    silentFrom === undefined
      ? NO_ACTIVITY
      : {...NO_ACTIVITY, accepted: {at: Math.min(clock.now(), began + silentFrom * MINUTE)}};
  const startNode = (name: string): (() => void) => {
    const jobs = createJobs({...world, owner: name});
    const parts = {...world, cards, record, ledNowhere: () => undefined};
    const jobKinds = createJobKinds({
      ...parts,
      showLagging: async () => 'shown',
      askAttendance: async () => 'done',
      leftUnshown: () => undefined,
      askZoomAbout: createAskZoomAbout({
        ...parts,
        zoom: answers,
        askPlanned: async () => undefined,
        newDeadline: () => signal,
      }),
      activity: {read: async () => arrivals()},
      turns: createTurns(world, 1_000),
      revokeKept: async () => 'done',
      isZoomSetUp: true,
    });
    const schedule = createJobSchedule({...world, jobs, work: createWorkInProgress(clock)});
    schedule.begin(() => ({jobKinds}));
    return schedule.end;
  };

  const jobs = createJobs({...world, owner: 'the start'});
  const dueAt = began + LOOK_AFTER_MS;
  await Promise.all(numbers.map((about) => jobs.schedule({kind: 'ask-zoom', about, dueAt})));
  const ends = ['one', 'two'].map(startNode);
  while (late.size < meetings && clock.now() < began + 120 * MINUTE) {
    await settled();
    clock.advance(Math.max(1, Math.min(clock.nextIn() ?? 1_000, 30_000)));
  }
  ends.forEach((end) => end());
  return {late: numbers.map((number) => late.get(number) ?? NaN), closest};
}

const cardOf = (number: string, startedAt: number): Card => ({
  ...createSampleCard(),
  id: `card-of-${number}`,
  postId: `post-of-${number}`,
  meeting: {...createSampleCard().meeting, number, uuid: `uuid ${number}`},
  openedAt: startedAt,
  startedAt,
  occurrence: `uuid ${number}`,
});

/** A look, half a minute until its job is found, and a second for each. */
const roundOf = (meetings: number): number => 7.5 + meetings / 60;

/** Each of so many is read and written with all others. */
const [MANY, MORE] = isThorough() ? ([450, 600] as const) : ([90, 120] as const);

it(`R-02 ends ${MANY} cards within ${roundOf(MANY)} minutes, though all meetings end at once, at one call a second of both nodes`, async () => {
  const {late, closest} = await sleepThrough({meetings: MANY, endsAt: 15.1});
  expect(closest).toBeGreaterThanOrEqual(1_000);
  expect(roundOf(450)).toBe(15);
  // Seen of 450: 9.4.
  expect(Math.max(...late)).toBeLessThan(roundOf(MANY));
}, 120_000);

it('R-02 does so where webhooks have come until then, and a look has just gone by', async () => {
  const {late} = await sleepThrough({meetings: MANY, endsAt: 17, silentFrom: 17});
  // Seen of 450: 14.
  expect(Math.max(...late)).toBeLessThan(15);
}, 120_000);

it('R-02 ends more than that in their order: none waits for longer than a round of all', async () => {
  const {late} = await sleepThrough({meetings: MORE, endsAt: 18});
  // Seen of 600: 11.5.
  expect(Math.max(...late)).toBeLessThan(roundOf(MORE));
}, 120_000);
