import {once} from 'node:events';
import pg from 'pg';
import {systemClock} from '../../server/lib/system-clock.js';
import {createJobs} from '../../server/outbound/store/jobs.js';
import {systemRandom} from '../../server/lib/system-random.js';
import {openStore} from '../../server/outbound/store/engines/open-store.js';
import {createRecordingLogger} from '../../test/support/recording-logger.js';
import type {Figure} from '../report/figure.js';
import {percentile} from '../report/percentile.js';

const ROUNDS = 50;
/** Of inbound/jobs/job-schedule.ts. */
const LOOKS_A_MINUTE = 2;

/** How a node learns that there is work: by looking, as it does now, and by LISTEN and NOTIFY, as it could. */
export async function measureWaking(url: string): Promise<readonly Figure[]> {
  const logger = createRecordingLogger();
  const store = await openStore(url, {clock: systemClock, logger});
  let reads = 0;
  const keyValue: typeof store.keyValue = {
    ...store.keyValue,
    get(key) {
      reads += 1;
      return store.keyValue.get(key);
    },
  };
  const jobs = createJobs({keyValue, clock: systemClock, random: systemRandom, logger, owner: 'bench'});
  await jobs.takeDue();
  reads = 0;
  const looks: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now();
    await jobs.takeDue();
    looks.push(performance.now() - begin);
  }
  const readsALook = reads / ROUNDS;
  await store.close();
  return [
    {name: 'jobs_look_p50_ms', value: percentile(looks, 0.5)},
    {name: 'jobs_look_reads_a_minute', value: readsALook * LOOKS_A_MINUTE},
    {name: 'postgres_notify_p50_ms', value: percentile(await notifications(url), 0.5)},
  ];
}

async function notifications(url: string): Promise<readonly number[]> {
  const [listening, telling] = [new pg.Client(url), new pg.Client(url)];
  await Promise.all([listening.connect(), telling.connect()]);
  await listening.query('LISTEN due');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now();
    const heard = once(listening, 'notification');
    await telling.query('NOTIFY due');
    await heard;
    times.push(performance.now() - begin);
  }
  await Promise.all([listening.end(), telling.end()]);
  return times;
}
