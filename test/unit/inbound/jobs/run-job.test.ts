import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Job} from '../../../../server/core/ports/jobs.js';
import type {JobKind} from '../../../../server/inbound/jobs/job-kind.js';
import {createJobSchedule} from '../../../../server/inbound/jobs/job-schedule.js';
import {runJob} from '../../../../server/inbound/jobs/run-job.js';
import {createWorkInProgress} from '../../../../server/lib/work-in-progress.js';
import {createJobs} from '../../../../server/outbound/store/jobs.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';

const signal = new AbortController().signal;
let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});

/** Lets go on what waits for promises alone. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a job that was taken', () => {
  const jobs = () => createJobs({...world, owner: 'me'});
  const takeOne = async (from = jobs()): Promise<Job> => {
    await from.schedule({kind: 'ask-zoom', about: '1', dueAt: world.clock.now()});
    world.clock.advance(30_000);
    return ((await from.takeDue()) as [Job])[0];
  };
  const deps = () => ({...world, jobs: jobs(), ending: signal});
  const failing: JobKind = {name: 'ask-zoom', run: () => Promise.reject(new Error('no luck'))};

  it('comes back later when it fails, and is kept as dead after a dozen times', async () => {
    const job = await takeOne();
    await runJob(deps(), [failing], job);
    world.clock.advance(60_000);
    const [again] = (await jobs().takeDue()) as [Job];
    expect(again).toMatchObject({about: '1', tries: 1, failures: 1});
    await runJob(deps(), [failing], {...again, failures: 12});
    expect(await jobs().dead()).toMatchObject([{about: '1', reason: 'Error: no luck'}]);
  });

  it('that has come back often is not given up for its first failure, and a run that goes well makes up for others', async () => {
    const job = await takeOne();
    await runJob(deps(), [failing], {...job, tries: 500, failures: 11});
    world.clock.advance(2 * 60 * 60_000);
    const [again] = (await jobs().takeDue()) as [Job];
    expect(again).toMatchObject({tries: 501, failures: 12});
    await runJob(deps(), [{name: 'ask-zoom', run: async () => ({again: 0})}], again);
    world.clock.advance(60_000);
    const [recovered] = (await jobs().takeDue()) as [Job];
    expect([recovered.tries, recovered.failures, await jobs().dead()]).toEqual([502, undefined, []]);
  });

  it('of a kind that this version does not know is left to another', async () => {
    await runJob(deps(), [], await takeOne());
    world.clock.advance(60_000);
    expect(await jobs().takeDue()).toMatchObject([{about: '1', tries: 1}]);
  });

  it('is given back at once when the process ends', async () => {
    const ending = new AbortController();
    const waiting: JobKind = {
      name: 'ask-zoom',
      run: (_job, until) =>
        new Promise((_resolve, reject) => until.addEventListener('abort', () => reject(new Error('ended')))),
    };
    const job = await takeOne();
    const running = runJob({...deps(), ending: ending.signal}, [waiting], job);
    ending.abort();
    await running;
    world.clock.advance(30_000);
    expect(await jobs().takeDue()).toMatchObject([{about: '1'}]);
    expect(world.logger.lines.filter(({level}) => level === 'warn')).toEqual([]);
  });

  it('is run by the schedule, from its begin to its end, also after the store has failed', async () => {
    const ran: string[] = [];
    const kind: JobKind = {name: 'ask-zoom', run: async ({about}) => (ran.push(about), 'done')};
    const schedule = createJobSchedule({
      ...world,
      jobs: jobs(),
      work: createWorkInProgress(world.clock),
    });
    await jobs().schedule({kind: 'ask-zoom', about: '1', dueAt: world.clock.now()});
    world.keyValue.fail();
    schedule.begin(() => ({jobKinds: [kind]}));
    await world.clock.untilWaiting();
    world.keyValue.mend();
    world.clock.advance(30_000);
    await world.clock.untilWaiting();
    expect(ran).toEqual(['1']);
    schedule.end();
    expect(world.clock.nextIn()).toBeUndefined();
  });

  it('R-02 waits for nothing but its own kind: what waits for a turn with Zoom holds no post up', async () => {
    const shown: string[] = [];
    const waiting: JobKind = {name: 'ask-zoom', run: () => new Promise(() => undefined)};
    const showing: JobKind = {name: 'show-cards', run: async ({about}) => (shown.push(about), 'done')};
    const all = jobs();
    const schedule = createJobSchedule({...world, jobs: all, work: createWorkInProgress(world.clock)});
    const dueAt = world.clock.now();
    for (const about of Array.from({length: 20}, (_, index) => String(index))) {
      await all.schedule({kind: 'ask-zoom', about, dueAt});
    }
    await all.schedule({kind: 'show-cards', about: 'late', dueAt: dueAt + 60_000});
    schedule.begin(() => ({jobKinds: [waiting, showing]}));
    for (let looks = 0; looks < 4; looks += 1) {
      await settled();
      world.clock.advance(30_000);
    }
    await settled();
    expect(shown).toEqual(['late']);
    schedule.end();
  });
});
