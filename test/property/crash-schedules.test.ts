import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {cardIdOf} from '../../server/core/domain/post-props.js';
import {INTENT_WINDOW} from '../../server/core/ports/intents.js';
import {createIntents} from '../../server/outbound/store/intents.js';
import {createFakeWorld, type FakeWorld} from '../support/fake-world.js';
import {type Accident, startMortalProcess} from '../support/mortal-process.js';
import {passTimeUntil} from '../support/pass-time-until.js';
import {ana, ben} from '../support/people.js';
import {startPluginProcess} from '../support/plugin-process.js';
import {channelId} from '../support/sample-card.js';
import {runsOf} from '../support/thorough.js';

/** A start makes ten calls on a cold process, a recovery about as many. */
const accident: fc.Arbitrary<Accident> = fc.record({
  atCall: fc.integer({min: 1, max: 20}),
  isCarriedOut: fc.boolean(),
  kind: fc.constantFrom('dies', 'fails'),
});

interface Schedule {
  /** Of the process in which Ana types the command. */
  first: Accident;
  /** Of those that recover it; the last recovery has none. */
  later: Accident[];
  /** She types it once more right after the accident, unless she was told that Zoom may have created a meeting. */
  isImpatient: boolean;
  /** Somebody else wants a meeting in the same place right after the accident, and was told nothing of hers. */
  isJoinedByBen: boolean;
  isArchivedMeanwhile: boolean;
  /** The node knows itself again after a restart, and takes up at once what it left. */
  knowsItself: boolean;
}

const schedules: fc.Arbitrary<Schedule> = fc.record({
  first: accident,
  later: fc.array(accident, {maxLength: 3}),
  isImpatient: fc.boolean(),
  isJoinedByBen: fc.boolean(),
  isArchivedMeanwhile: fc.boolean(),
  knowsItself: fc.boolean(),
});

/** What Ana was told in answer to her command; 'died': nothing. */
type Told = 'died' | {kind: string};

async function live(
  world: FakeWorld,
  {first, later, isImpatient, isJoinedByBen, isArchivedMeanwhile, knowsItself}: Schedule,
): Promise<Told> {
  let lives = 0;
  /** The next process of the one node. */
  const next = () => (knowsItself ? {self: {node: 'node', life: `life ${(lives += 1)}`}} : {});
  const untilTakenUp = (): void => {
    if (!knowsItself) world.clock.advance(INTENT_WINDOW);
  };
  const process = startMortalProcess(world, first, next());
  const told = await passTimeUntil(world.clock, Promise.race([process.start(ana.id), process.died]));
  const isWarned = told !== 'died' && told.kind === 'zoom-trouble';
  if (isImpatient && !isWarned)
    await passTimeUntil(world.clock, startPluginProcess(world, next()).start(ana.id));
  if (isJoinedByBen && !isWarned)
    await passTimeUntil(world.clock, startPluginProcess(world, next()).start(ben.id));
  if (isArchivedMeanwhile)
    world.chat.channels.set(channelId, {id: channelId, teamId: '', isArchived: true, isDirect: false});
  for (const accident of later) {
    untilTakenUp();
    const {recover, died} = startMortalProcess(world, accident, next());
    await passTimeUntil(world.clock, Promise.race([recover().catch(() => undefined), died]));
  }
  untilTakenUp();
  await passTimeUntil(world.clock, startPluginProcess(world, next()).recover());
  return told;
}

/** How often Ana was told to start again, because nobody knows whether Zoom has created her meeting. */
const toldToStartAgain = (world: FakeWorld): number =>
  world.chat.directMessages.filter(({text}) => text.includes('we do not know whether Zoom created')).length;

const cardPosts = (world: FakeWorld) => [...world.chat.posts.values()].map(({props}) => cardIdOf(props));

/** What a new process sees of all that Ana and Ben started, once the end of each meeting has come. */
async function endAll(world: FakeWorld): Promise<{onRecord: number}> {
  let onRecord = 0;
  for (const {number, uuid} of world.zoom.meetings) {
    const {cards, record} = startPluginProcess(world);
    const receivedAt = world.clock.now();
    await record({kind: 'ended', number, uuid, endedAt: receivedAt, receivedAt});
    onRecord += (await cards.ofNumber(number)).cards.length;
  }
  return {onRecord};
}

/** What must hold of a start, by name; in this order, because the last goes on with the world. */
const PROMISES: Readonly<Record<string, (lived: Lived) => void | Promise<void>>> = {
  'at most one meeting, and one more where Ana was told to start again': ({world, schedule}) => {
    const again = schedule.knowsItself ? toldToStartAgain(world) : 0;
    expect(world.zoom.meetings.length).toBeLessThanOrEqual(1 + again);
  },
  'at most one post of an intent, and nothing open': async ({world}) => {
    expect(cardPosts(world)).toHaveLength(new Set(cardPosts(world)).size);
    expect(await createIntents(world).all()).toEqual([]);
  },
  'no meeting without a card that Ana was not told of': ({world, told}) => {
    const wasTold = (told !== 'died' && told.kind !== 'started') || world.chat.directMessages.length > 0;
    expect(cardPosts(world).length === world.zoom.meetings.length || wasTold).toBe(true);
  },
  'every posted card on record, so that it hears of its end': async ({world}) => {
    const {onRecord} = await endAll(world);
    expect(onRecord).toBe(cardPosts(world).length);
    const states = [...world.chat.posts.values()].map(({props}) => props['meeting_status']);
    expect(states.every((state) => state === 'ENDED')).toBe(true);
  },
};

interface Lived {
  world: FakeWorld;
  schedule: Schedule;
  told: Told;
}

describe('a start that is interrupted at any call, and recovered with further interruptions', () => {
  it(`P10 leaves ${Object.keys(PROMISES).join('; ')}`, async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        const world = createFakeWorld();
        const told = await live(world, schedule);
        for (const promise of Object.values(PROMISES)) await promise({world, schedule, told});
      }),
      {numRuns: runsOf(500)},
    );
  }, 90_000);
});

describe('the calls of a start', () => {
  it('are few enough for the schedules above to meet each of them', async () => {
    const process = startMortalProcess(createFakeWorld(), {atCall: 99, isCarriedOut: true, kind: 'dies'});
    expect(await process.start(ana.id)).toMatchObject({kind: 'started'});
    expect(process.calls()).toBeGreaterThan(9);
    expect(process.calls()).toBeLessThan(20);
  });
});
