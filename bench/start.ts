import type {Benchmark} from './benchmark.js';
import {assertStarted} from './load/assert-started.js';
import {callsOf} from './load/calls-of.js';
import {type Place, seedPlaces} from './load/seed-places.js';
import type {Product} from './plugin/create-product.js';
import {percentile} from './report/percentile.js';

const WARM_UP = 100;
const TIMED = 300;

/** `/zoom start` once all is warm and Zoom's token cached: calls to either side, and the time until answered. */
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
      // Nine for the start itself, one for another provider's card in the channel, one for what the person chose.
      // The watch over its end is put off beside the answer, one write for all starts of a moment.
      {name: 'start_plugin_api_calls', value: calls.count, target: 12},
      {name: 'start_zoom_calls', value: zoomCalls, target: 2},
      {name: 'start_p50_ms', value: percentile(times, 0.5)},
      {name: 'start_p95_ms', value: percentile(times, 0.95)},
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
