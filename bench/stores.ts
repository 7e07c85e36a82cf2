import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {systemClock} from '../server/lib/system-clock.js';
import {openStore} from '../server/outbound/store/engines/open-store.js';
import {startPostgres} from '../test/support/postgres.js';
import {createRecordingLogger} from '../test/support/recording-logger.js';
import type {Benchmark} from './benchmark.js';
import {inParallel} from './load/in-parallel.js';
import {inProcesses} from './load/in-processes.js';
import {measureWaking} from './load/measure-waking.js';
import type {Figure} from './report/figure.js';
import {rounded} from './report/rounded.js';

const OPERATIONS = 2_000;
const PARALLEL = 32;

/** Reads and writes a second on each engine, and how a node learns of work on PostgreSQL. */
export const measureStores: Benchmark = async (workshop) => {
  const postgres = await startPostgres({isDurable: true});
  workshop.note('Operations a second; every write is synced to the disk, on SQLite as on PostgreSQL.');
  try {
    const file = join(workshop.scratch, 'stores.db');
    const figures = [
      ...(await measureEngine('memory', 'memory:')),
      ...(await measureEngine('sqlite', `sqlite:${file}`)),
      ...(await measureEngine('postgres', await postgres.newDatabase())),
      ...(await measureProcesses('sqlite', `sqlite:${file}`)),
      ...(await measureProcesses('postgres', await postgres.newDatabase())),
      ...(await measureWaking(await postgres.newDatabase())),
    ];
    await rm(file, {force: true});
    return figures;
  } finally {
    await postgres.stop();
  }
};

async function measureEngine(name: string, address: string): Promise<readonly Figure[]> {
  const store = await openStore(address, {clock: systemClock, logger: createRecordingLogger()});
  const {keyValue} = store;
  const operations = {
    get: (index: number) => keyValue.get(`key${index % 100}`),
    put: (index: number) => keyValue.put(`key${index % 100}`, `value ${index}`),
    compare_and_set: (index: number) => keyValue.compareAndSet(`new${index}`, undefined, 'value'),
  };
  const figures: Figure[] = [];
  try {
    for (const [operation, run] of Object.entries(operations)) {
      for (const width of [1, PARALLEL]) {
        const indexes = Array.from(
          {length: OPERATIONS},
          (_, index) => index + (width === 1 ? 0 : OPERATIONS),
        );
        const begin = performance.now();
        await inParallel(indexes, width, run as (index: number) => Promise<unknown>);
        const perSecond = (OPERATIONS / (performance.now() - begin)) * 1000;
        figures.push({
          name: `${name}_${operation}_${width === 1 ? 'single' : 'parallel'}_per_s`,
          value: Math.round(perSecond),
        });
      }
    }
    return figures;
  } finally {
    await store.close();
  }
}

/** Each counts in its own row, one compare-and-set after the other. */
async function measureProcesses(name: string, address: string): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const processes of [1, 3]) {
    const perSecond = await inProcesses(address, processes, 600);
    figures.push({name: `${name}_compare_and_set_${processes}_processes_per_s`, value: rounded(perSecond)});
  }
  return figures;
}
