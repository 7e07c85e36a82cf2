import type {Benchmark} from './benchmark.js';
import {assertStarted} from './load/assert-started.js';
import {callsOf} from './load/calls-of.js';
import {type Place, seedPlaces} from './load/seed-places.js';
import {modelStarts, START_SLOWER} from './model/model-starts.js';
import {waitFor} from '../test/support/wait-for.js';
import {modelOnEachHost} from './model/on-each-host.js';
import type {Product} from './plugin/create-product.js';
import {percentile} from './report/percentile.js';

const WARM_UP = 100;
const TIMED = 300;
/** What its asker chose in the official plugin is looked for then: once by each process, which costs two reads. */
const LOOKS_AT_CHOICES = '/zoom settings';

/**
 * `/zoom start` once all is warm and Zoom's token cached: calls to either side, the time until answered, and the same
 * with modelled costs.
 */
export const measureStart: Benchmark = async (workshop) => {
  const product = await workshop.openProduct();
  try {
    const places = await seedPlaces(product, WARM_UP + 1 + TIMED);
    await timeStarts(product, places.slice(0, WARM_UP));

    const counted = places.slice(WARM_UP, WARM_UP + 1);
    for (const place of counted) await product.timeCommands({...place, command: LOOKS_AT_CHOICES}, 1);
    await untilWatched(product);
    const zoomCallsBefore = product.zoom.requests.length;
    const calls = await callsOf(product.host, async () => {
      await timeStarts(product, counted);
      await untilWatched(product);
    });
    const zoomCalls = product.zoom.requests.length - zoomCallsBefore;
    workshop.note(`Plugin API calls of one /zoom start: ${calls.list}.`);

    const times = await timeStarts(product, places.slice(WARM_UP + 1));
    await assertStarted(product.host, places);
    return [
      // With the private answer, and with what is written beside it: the card's record and the watch over its end.
      {name: 'start_plugin_api_calls', value: calls.count, target: 12},
      {name: 'start_zoom_calls', value: zoomCalls, target: 2},
      {name: 'start_p50_ms', value: percentile(times, 0.5)},
      {name: 'start_p95_ms', value: percentile(times, 0.95)},
      ...(await modelOnEachHost(workshop, {start_model: 216}, {slower: START_SLOWER, measure: modelStarts})),
    ];
  } finally {
    await product.close();
  }
};

/** The last thing that goes on beside a start: somebody will notice the end of the latest meeting. */
async function untilWatched({host, zoom}: Product): Promise<void> {
  const number = String(zoom.meetings.at(-1)?.number);
  await waitFor(host, async () => {
    const rows = [...(await host.kv())];
    return rows.some(([key, row]) => key.startsWith('jobs_') && row.includes(number)) || undefined;
  });
}

/** One start after the other; milliseconds, measured by the host around the hook. */
async function timeStarts({timeCommands}: Product, places: readonly Place[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const place of places) {
    const microseconds = await timeCommands({...place, command: '/zoom start'}, 1);
    times.push(...microseconds.map((time) => time / 1000));
  }
  return times;
}
