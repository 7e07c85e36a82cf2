import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {projectRoot} from '../scripts/project-root.js';
import {buildService} from '../scripts/build-service.js';
import {startPostgres} from '../test/support/postgres.js';
import {startServiceHost, type StartServiceHost} from '../test/support/service-host.js';
import type {Benchmark} from './benchmark.js';
import {openNodes} from './load/open-nodes.js';
import {runOnNodes} from './load/run-on-nodes.js';
import {seedPlaces} from './load/seed-places.js';
import type {Figure} from './report/figure.js';
import {percentile} from './report/percentile.js';
import {rounded} from './report/rounded.js';

const WARM_UP = 30;
const TIMED = 200;

/** The service on its two stores: the main job over HTTP, and ten thousand webhooks with a node that dies half-way. */
export const measureService: Benchmark = async (workshop) => {
  const script = join(projectRoot, `build/bench-${process.pid}/zoom-mattermost.mjs`);
  await buildService(script);
  const postgres = await startPostgres({isDurable: true});
  workshop.note(
    'PostgreSQL syncs every commit, as does SQLite. Times are those of a person: over HTTP to the small Mattermost and back.',
  );
  try {
    return [
      ...(await measureOn(
        'sqlite',
        startServiceHost({script, newStore: async (folder) => `sqlite:${join(folder, 'store.db')}`}),
        1,
      )),
      ...(await measureOn(
        'postgres',
        startServiceHost({script, newStore: async () => postgres.newDatabase()}),
        2,
      )),
    ];
  } finally {
    await postgres.stop();
    await rm(join(script, '..'), {recursive: true, force: true});
  }
};

async function measureOn(store: string, start: StartServiceHost, nodes: number): Promise<readonly Figure[]> {
  const world = await openNodes(start, nodes);
  try {
    const places = await seedPlaces(world, WARM_UP + TIMED);
    const times: number[] = [];
    for (const place of places) {
      const begin = performance.now();
      await world.type('/zoom start', place);
      times.push(performance.now() - begin);
    }
    const starts = times.slice(WARM_UP);
    const {sent, lost, twice, seconds, answerMs} = await runOnNodes(world);
    const named = (name: string): string => `service_${store}_${name}`;
    return [
      {name: named('start_p50_ms'), value: percentile(starts, 0.5)},
      {name: named('start_p95_ms'), value: percentile(starts, 0.95)},
      {name: named('webhooks_sent'), value: sent},
      {name: named('webhooks_lost'), value: lost, target: 0},
      {name: named('cards_twice'), value: twice, target: 0},
      {name: named('webhooks_seconds'), value: rounded(seconds), target: 60},
      {name: named('webhooks_answer_p50_ms'), value: percentile(answerMs, 0.5)},
      {name: named('webhooks_answer_p99_ms'), value: percentile(answerMs, 0.99)},
    ];
  } finally {
    await world.close();
  }
}
