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
    expect(again).toMatchObject({about: '1', tries: 1});
    await runJob(deps(), [failing], {...again, tries: 12});
    expect(await jobs().dead()).toMatchObject([{about: '1', reason: 'Error: no luck'}]);
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
});
