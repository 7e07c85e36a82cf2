import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {cardIdOf} from '../../server/core/domain/post-props.js';
import {INTENT_WINDOW} from '../../server/core/ports/intents.js';
import {createIntents} from '../../server/outbound/store/intents.js';
import {createFakeWorld, type FakeWorld} from '../support/fake-world.js';
import {type Accident, startMortalProcess} from '../support/mortal-process.js';
import {passTimeUntil} from '../support/pass-time-until.js';
import {ana, ben} from '../support/people.js';
import {PLANNED_NUMBER, planInZoom, shownMeeting} from '../support/plan-in-zoom.js';
import {startPluginProcess} from '../support/plugin-process.js';

const accident: fc.Arbitrary<Accident> = fc.record({
  atCall: fc.integer({min: 1, max: 24}),
  isCarriedOut: fc.boolean(),
  kind: fc.constantFrom('dies', 'fails'),
});

interface Schedule {
  /** Of the process that brings the meeting here. */
  first: Accident;
  /** Of those that recover it. */
  later: Accident[];
  /** Ana presses once more right after the accident. */
  isImpatient: boolean;
  /** Somebody starts a meeting in the channel meanwhile. */
  isJoinedByBen: boolean;
  /** The meeting is brought by two nodes at once. */
  isTwice: boolean;
}

const schedules: fc.Arbitrary<Schedule> = fc.record({
  first: accident,
  later: fc.array(accident, {maxLength: 3}),
  isImpatient: fc.boolean(),
  isJoinedByBen: fc.boolean(),
  isTwice: fc.boolean(),
});

/** @returns what Ana was told, of each of her presses that was answered */
async function live(world: FakeWorld, schedule: Schedule): Promise<readonly string[]> {
  const told: string[] = [];
  const first = startMortalProcess(world, schedule.first);
  const presses = [Promise.race([first.import(ana.id), first.died])];
  if (schedule.isTwice) presses.push(startPluginProcess(world).import(ana.id));
  for (const outcome of await passTimeUntil(world.clock, Promise.all(presses)))
    if (outcome !== 'died') told.push(outcome.kind);
  if (schedule.isImpatient)
    told.push((await passTimeUntil(world.clock, startPluginProcess(world).import(ana.id))).kind);
  if (schedule.isJoinedByBen)
    told.push(`start ${(await passTimeUntil(world.clock, startPluginProcess(world).start(ben.id))).kind}`);
  for (const each of schedule.later) {
    world.clock.advance(INTENT_WINDOW);
    const {recover, died} = startMortalProcess(world, each);
    await passTimeUntil(world.clock, Promise.race([recover().catch(() => undefined), died]));
  }
  world.clock.advance(INTENT_WINDOW);
  await passTimeUntil(world.clock, startPluginProcess(world).recover());
  return told;
}

describe('an import that is interrupted at any call, and recovered with further interruptions', () => {
  it('P10 leaves one card or none, on record, and nothing open; one where Ana was told of one', async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        const world = createFakeWorld();
        planInZoom(world.zoom, {meetings: [shownMeeting()]});
        const told = await live(world, schedule);
        const {cards} = await startPluginProcess(world).cards.ofNumber(PLANNED_NUMBER);
        const posts = [...world.chat.posts.values()].filter(
          ({props}) => props['meeting_id'] === Number(PLANNED_NUMBER),
        );
        expect(posts.length).toBeLessThanOrEqual(1);
        expect(cards.map(({id}) => id)).toEqual(posts.map(({props}) => cardIdOf(props)));
        expect(await createIntents(world).all()).toEqual([]);
        if (told.some((kind) => ['imported', 'already-here'].includes(kind))) expect(posts).toHaveLength(1);
        // Nobody is kept from meeting now by what is planned.
        expect(told.filter((kind) => kind === 'start duplicate')).toEqual([]);
      }),
      {numRuns: 300},
    );
  }, 90_000);
});

describe('the calls of an import', () => {
  it('are few enough for the schedules above to meet each of them', async () => {
    const world = createFakeWorld();
    planInZoom(world.zoom, {meetings: [shownMeeting()]});
    const process = startMortalProcess(world, {atCall: 99, isCarriedOut: true, kind: 'dies'});
    expect(await process.import(ana.id)).toMatchObject({kind: 'imported'});
    expect(process.calls()).toBeGreaterThan(15);
    expect(process.calls()).toBeLessThan(24);
  });
});
