import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {buildService} from '../../scripts/build-service.js';
import {projectRoot} from '../../scripts/project-root.js';
import {withJoinPage} from '../../test/support/join-page.js';
import {startServiceHost} from '../../test/support/service-host.js';
import type {World} from '../../test/support/world.js';
import {callsOf} from '../load/calls-of.js';
import {inParallel} from '../load/in-parallel.js';
import {openNodes} from '../load/open-nodes.js';
import {CLOCK_FASTER} from '../model/costs.js';
import {residentMemory} from '../plugin/resident-memory.js';
import type {Figure} from '../report/figure.js';
import {rounded} from '../report/rounded.js';
import type {Workshop} from '../workshop.js';
import {openAudience} from './open-audience.js';

const PEOPLE_PER_HOUR = 10_000;
/** The service takes three minutes for an hour: a question to Zoom may last 0.4 s then. */
const FASTER = 20;
const HOUR_MS = 3_600_000;
const MINUTES_PER_HOUR = 60;
const WIDTH = 16;

/**
 * An hour in which ten thousand people come, one after the other, to the service on SQLite; or so many minutes of it,
 * with as many as come in them. What is counted is told for an hour.
 */
export async function measureHour(workshop: Workshop): Promise<readonly Figure[]> {
  const script = join(projectRoot, `build/bench-hour-${process.pid}/zoom-mattermost.mjs`);
  await buildService(script, 'bench/model/fast-service.ts');
  const start = startServiceHost({script, newStore: async (folder) => `sqlite:${join(folder, 'store.db')}`});
  const env = {[CLOCK_FASTER]: String(FASTER)};
  const world = await openNodes((options) => start({...options, env}), 1, withJoinPage());
  try {
    return await figuresOf(world, workshop);
  } finally {
    await world.close();
    await rm(join(script, '..'), {recursive: true, force: true});
  }
}

async function figuresOf(world: World, workshop: Workshop): Promise<readonly Figure[]> {
  const {host, zoom} = world;
  const audience = await openAudience(world);
  const [asked, reads] = [zoom.requests.length, await readsOf(world)];
  const begin = performance.now();
  const count = Math.ceil((PEOPLE_PER_HOUR * (workshop.minutes ?? MINUTES_PER_HOUR)) / MINUTES_PER_HOUR);
  const people = Array.from({length: count}, (_, nth) => nth);
  let lost = 0;
  const calls = await callsOf(host, () =>
    inParallel(people, WIDTH, async (nth) => {
      const early = begin + (nth * HOUR_MS) / PEOPLE_PER_HOUR / FASTER - performance.now();
      if (early > 0) await setTimeout(early);
      if (!(await audience.join(nth))) lost += 1;
    }),
  );
  const hours = ((performance.now() - begin) * FASTER) / HOUR_MS;
  workshop.note(
    `${count} people came within ${rounded(hours * MINUTES_PER_HOUR)} minutes of the service's own time, which passes ${FASTER} times as fast as ours: ${calls.list}.`,
  );
  const pid = await host.pluginPid();
  return [
    {name: 'join_page_hour_lost', value: lost, target: 0},
    // One a minute for the meeting, and a token.
    {name: 'join_page_hour_zoom_calls', value: rounded((zoom.requests.length - asked) / hours), target: 65},
    // Who has made the stream URL is looked up once a minute, too.
    {name: 'join_page_hour_mattermost_calls', value: rounded(calls.count / hours), target: 70},
    // The pass, and the cards of its number, by each request for the meeting and each for a way in.
    {name: 'join_page_store_reads', value: rounded(((await readsOf(world)) - reads) / count), target: 5},
    {name: 'join_page_hour_rss_mib', value: rounded(pid === undefined ? 0 : await residentMemory(pid))},
  ];
}

/** How often the store was read since the service began. */
async function readsOf({host}: World): Promise<number> {
  const metrics = await host.metrics();
  const count = /^zoom_store_operation_seconds_count\{.*operation="get".*\} (\d+)$/m.exec(metrics)?.[1];
  if (count === undefined) throw new Error('The service does not say how often it reads.');
  return Number(count);
}
