import {setTimeout} from 'node:timers/promises';
import {withJoinPage} from '../../test/support/join-page.js';
import {callsOf} from '../load/calls-of.js';
import {inParallel} from '../load/in-parallel.js';
import {START_SLOWER} from '../model/model-starts.js';
import {slowDown} from '../model/slow-down.js';
import type {Product} from '../plugin/create-product.js';
import {residentMemory} from '../plugin/resident-memory.js';
import type {Figure} from '../report/figure.js';
import {median, percentile} from '../report/percentile.js';
import {rounded} from '../report/rounded.js';
import type {Workshop} from '../workshop.js';
import {openAudience} from './open-audience.js';

/** Within the limit of a minute for one stream URL. */
const PEOPLE = 2_000;
const WARM_UP = 50;
const WIDTH = 32;
const SAMPLES = 9;
const LOOK_AT_MEMORY_MS = 250;

/** The plugin, when a session begins: everybody comes at once. */
export async function measureRush(workshop: Workshop): Promise<readonly Figure[]> {
  const product = await workshop.openProduct(withJoinPage());
  const {host, zoom} = product;
  try {
    const audience = await openAudience(product);
    const modelled = await slowDown(product, START_SLOWER);
    const inModel = (nth: number): Promise<number> => modelled(() => audience.join(nth));
    const first = await inModel(0);
    const others: number[] = [];
    while (others.length < SAMPLES) others.push(await inModel(1 + others.length));
    await host.liftFaults();
    zoom.liftFaults();

    const join = async (nth: number): Promise<{isIn: boolean; ms: number}> => {
      const begin = performance.now();
      const isIn = await audience.join(nth);
      return {isIn, ms: performance.now() - begin};
    };
    const people = Array.from({length: PEOPLE}, (_, nth) => nth + 100);
    await inParallel(people.splice(0, WARM_UP), WIDTH, join);
    const asked = zoom.requests.length;
    const stopLooking = new AbortController();
    const peak = peakMemory(product, stopLooking.signal);
    const joined: Awaited<ReturnType<typeof join>>[] = [];
    const begin = performance.now();
    const calls = await callsOf(host, async () => {
      joined.push(...(await inParallel(people, WIDTH, join)));
    });
    const seconds = (performance.now() - begin) / 1000;
    stopLooking.abort();
    workshop.note(`${people.length} people came within ${rounded(seconds)} s: ${calls.list}.`);
    return [
      {name: 'join_page_rush_lost', value: joined.filter(({isIn}) => !isIn).length, target: 0},
      // One question a minute, however many come.
      {name: 'join_page_rush_zoom_calls', value: zoom.requests.length - asked, target: 3},
      // The pass and the cards of its number, each twice.
      {name: 'join_page_plugin_api_calls', value: rounded(calls.count / people.length), target: 5},
      {name: 'join_page_rush_p50_ms', value: rounded(median(joined.map(({ms}) => ms)))},
      {
        name: 'join_page_rush_p99_ms',
        value: rounded(
          percentile(
            joined.map(({ms}) => ms),
            0.99,
          ),
        ),
      },
      {name: 'join_page_rush_rss_mib', value: rounded(await peak), target: 150},
      // Four requests; Zoom is asked once by whoever comes first.
      {name: 'join_page_model_first_ms', value: rounded(first), target: 150},
      {name: 'join_page_model_p50_ms', value: rounded(median(others)), target: 15},
    ];
  } finally {
    await product.close();
  }
}

/** The most that the plugin had, in MiB, until the signal; 0 where nobody knows. */
async function peakMemory({host}: Product, signal: AbortSignal): Promise<number> {
  const pid = await host.pluginPid();
  let peak = 0;
  while (pid !== undefined && !signal.aborted) {
    peak = Math.max(peak, await residentMemory(pid).catch(() => 0));
    await setTimeout(LOOK_AT_MEMORY_MS, undefined, {signal}).catch(() => undefined);
  }
  return peak;
}
