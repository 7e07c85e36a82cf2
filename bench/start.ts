import type {Benchmark} from './benchmark.js';
import {assertStarted} from './load/assert-started.js';
import {callsOf} from './load/calls-of.js';
import {type Place, seedPlaces} from './load/seed-places.js';
import {modelStarts, START_SLOWER} from './model/model-starts.js';
import {modelOnEachHost} from './model/on-each-host.js';
import type {Product} from './plugin/create-product.js';
import {percentile} from './report/percentile.js';

const WARM_UP = 100;
const TIMED = 300;

/**
 * `/zoom start` once all is warm and Zoom's token cached: calls to either side, the time until answered, and the same
 * with modelled costs.
 */
export const measureStart: Benchmark = async (workshop) => {
  const product = await workshop.openProduct();
  try {
    const places = await seedPlaces(product, WARM_UP + 1 + TIMED);
    await timeStarts(product, places.slice(0, WARM_UP));

    const zoomCallsBefore = product.zoom.requests.length;
    const counted = places.slice(WARM_UP, WARM_UP + 1);
    const calls = await callsOf(product.host, () => timeStarts(product, counted));
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

/** One start after the other; milliseconds, measured by the host around the hook. */
async function timeStarts({timeCommands}: Product, places: readonly Place[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const place of places) {
    const microseconds = await timeCommands({...place, command: '/zoom start'}, 1);
    times.push(...microseconds.map((time) => time / 1000));
  }
  return times;
}
