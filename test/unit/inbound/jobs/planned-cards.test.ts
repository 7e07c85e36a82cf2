import {beforeEach, describe, expect, it} from '@jest/globals';
import {type Card, cardState} from '../../../../server/core/domain/card.js';
import {NO_ACTIVITY} from '../../../../server/core/domain/webhook-activity.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createAskZoomAbout} from '../../../../server/core/usecases/ask-zoom-about.js';
import {askZoomJob} from '../../../../server/inbound/jobs/ask-zoom.js';
import type {JobKind} from '../../../../server/inbound/jobs/job-kind.js';
import {createTurns} from '../../../../server/outbound/store/turns.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {addPlannedCard, createPlannedCard, PLANNED_AT, samplePlan} from '../../../support/planned-card.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {OPENED_AT} from '../../../support/sample-card.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const signal = new AbortController().signal;
const {number} = createPlannedCard().meeting;
let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let job: JobKind;
let ledNowhere: string[];
let startsAt: number;
let status: 'waiting' | 'started';
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  ledNowhere = [];
  [startsAt, status] = [PLANNED_AT, 'waiting'];
  world.zoom.operations.getMeeting = async () => ({
    ...{id: number, type: 2, topic: 'Planning of the year', duration: 60, status, uuid: 'own=='},
    start_time: new Date(startsAt).toISOString().replace('.000Z', 'Z'),
  });
  world.zoom.operations.getPastMeeting = async () => {
    throw zoomTrouble({kind: 'refused', code: 3001});
  };
  const tell = (reason: string): void => void ledNowhere.push(reason);
  job = askZoomJob({
    ...world,
    ...plugin,
    askAttendance: async () => 'done',
    askZoomAbout: createAskZoomAbout({...world, ...plugin, ledNowhere: tell, newDeadline: () => signal}),
    leftUnshown: () => undefined,
    activity: {read: async () => NO_ACTIVITY},
    turns: createTurns(world, 1_000),
    isZoomSetUp: true,
    ledNowhere: tell,
  });
});
const only = async (): Promise<Card> => (await plugin.cards.ofNumber(number)).cards[0] as Card;

/** Runs the job whenever it wants to, until it is done or that time has come; the times of its runs. */
async function runUntil(end: number): Promise<number[]> {
  const runs: number[] = [];
  const since = OPENED_AT;
  for (let dueAt = world.clock.now() + MINUTE; dueAt < end;) {
    world.clock.advance(dueAt - world.clock.now());
    runs.push(world.clock.now());
    const given = {about: number, since, tries: runs.length - 1, dueAt};
    const outcome = await passTimeUntil(world.clock, job.run(given, signal));
    if (outcome === 'done' || 'failed' in outcome) break;
    dueAt = world.clock.now() + Math.max(outcome.again, 1_000);
  }
  return runs;
}
const asked = (): number => world.zoom.calls.filter((call) => call === 'getMeeting').length;

describe('the job that looks after a planned meeting', () => {
  it('asks once a day for weeks, goes on then, and says at last that nobody came', async () => {
    startsAt = OPENED_AT + 20 * DAY;
    await addPlannedCard(world, plugin.cards, {plan: samplePlan({startsAt})});
    await runUntil(startsAt - HOUR);
    expect(asked()).toBe(20);
    expect(cardState(await only())).toBe('waiting');
    const runs = await runUntil(startsAt + 3 * HOUR);
    expect(cardState(await only())).toBe('expired');
    expect(world.zoom.calls.at(-1)).toBe('getPastMeeting');
    expect((runs.at(-1) ?? 0) - startsAt).toBeLessThan(2 * HOUR + 8 * MINUTE);
    expect(ledNowhere).toEqual([]);
  });

  it('R-02 sees a change of which no webhook has told, and moves its looks with it', async () => {
    await addPlannedCard(world, plugin.cards);
    startsAt = PLANNED_AT + 2 * DAY;
    const runs = await runUntil(startsAt);
    expect((await only()).plan?.startsAt).toBe(startsAt);
    expect(runs.filter((at) => at > PLANNED_AT && at < startsAt - 11 * MINUTE)).toEqual([
      startsAt - DAY - 10 * MINUTE,
    ]);
  });

  it('R-02 sees within a quarter of an hour that it runs, though no webhook tells of it', async () => {
    await addPlannedCard(world, plugin.cards);
    await runUntil(PLANNED_AT);
    status = 'started';
    await runUntil(PLANNED_AT + 15 * MINUTE);
    expect(cardState(await only())).toBe('live');
  });
});
