import {grantAllScopes} from '../test/sandbox/zoom/grant-all-scopes.js';
import {openPanel} from '../test/support/import-here.js';
import type {Benchmark} from './benchmark.js';
import {callsOf} from './load/calls-of.js';
import {emailOf, type Place, seedPlaces} from './load/seed-places.js';
import {START_SLOWER} from './model/model-starts.js';
import {slowDown} from './model/slow-down.js';
import type {Product} from './plugin/create-product.js';
import {residentMemory} from './plugin/resident-memory.js';
import {median} from './report/percentile.js';
import {rounded} from './report/rounded.js';

const LISTED = 1_000;
const IMPORTED = 50;
/** Of those imported, how many are timed with modelled costs. */
const MODELLED = 5;
const POSTS = 100;

type Panel = Awaited<ReturnType<typeof openPanel>>;

/** A calendar of a thousand meetings is listed, fifty of them become cards, and people write ordinary posts. */
export const measureImport: Benchmark = async (workshop) => {
  const product = await workshop.openProduct();
  const {host, zoom} = product;
  try {
    grantAllScopes(zoom);
    const places = await seedPlaces(product, 2);
    const [lister, importer] = await Promise.all(places.map((place) => openPanel(product, place)));
    if (lister === undefined || importer === undefined) throw new Error('Nobody can list or import.');
    zoom.fillCalendar(hostOf(product, places[0]), LISTED);
    const planned = zoom.fillCalendar(hostOf(product, places[1]), IMPORTED + 1);
    const numbers = planned.map(({number}) => String(number));
    // A start shows that the account is a paid one, of which more may be asked; the first of each finds out who is who.
    await host.executeCommand({...(places[1] ?? {userId: '', channelId: ''}), command: '/zoom start'});
    await lister.list('?kind=meeting&when=upcoming');
    await bring(importer, numbers.splice(0, 1));

    const listed = await counted(product, () => listAll(product, lister));
    const imported = await counted(product, () => bring(importer, numbers.slice(MODELLED)));
    const posts = await callsOfPosts(product, places[0]);
    const modelled = await slowDown(product, START_SLOWER);
    let peak = 0;
    const listModel = await modelled(async () => (peak = await listAll(product, lister)));
    const times: number[] = [];
    for (const number of numbers.slice(0, MODELLED))
      times.push(await modelled(() => bring(importer, [number])));
    await host.liftFaults();
    zoom.liftFaults();
    const each = IMPORTED - MODELLED;
    workshop.note(`Listing ${LISTED} meetings: ${listed.list}. Importing ${each}: ${imported.list}.`);
    return [
      // Ten pages, each of which looks up who asks.
      {name: 'import_list_1000_zoom_calls', value: listed.zoom, target: 20},
      {name: 'import_list_1000_plugin_api_calls', value: listed.count},
      {name: 'import_list_1000_model_ms', value: rounded(listModel), target: 2_100},
      {name: 'import_list_1000_rss_mib', value: rounded(peak), target: 120},
      {name: 'import_card_zoom_calls', value: rounded(imported.zoom / each), target: 2},
      {name: 'import_card_plugin_api_calls', value: rounded(imported.count / each), target: 16},
      {name: 'import_card_model_p50_ms', value: rounded(median(times)), target: 300},
      {name: 'hook_post_plugin_api_calls', value: rounded(posts / POSTS), target: 0},
    ];
  } finally {
    await product.close();
  }
};

function hostOf({zoom}: Product, place: Place | undefined): string {
  const found = zoom.users.find(({email}) => place !== undefined && email === emailOf(place));
  if (found === undefined) throw new Error('Somebody is not in Zoom.');
  return found.id;
}

/** Page by page, as the panel does. Answers the most memory that the plugin had, in MiB; 0 where nobody knows. */
async function listAll({host}: Product, panel: Panel): Promise<number> {
  const pid = await host.pluginPid();
  let found = 0;
  let peak = 0;
  let page: unknown;
  do {
    const at = typeof page === 'string' ? `&page=${encodeURIComponent(page)}` : '';
    const {status, json} = await panel.list(`?kind=meeting&when=upcoming${at}`);
    const {items, next} = json as {items?: unknown[]; next?: unknown};
    if (status !== 200 || items === undefined)
      throw new Error(`A list was answered ${status} after ${found} meetings: ${JSON.stringify(json)}`);
    found += items.length;
    page = next;
    peak = Math.max(peak, pid === undefined ? 0 : await residentMemory(pid).catch(() => 0));
  } while (page !== undefined);
  if (found !== LISTED) throw new Error(`${found} meetings were listed, not ${LISTED}.`);
  return peak;
}

/** One after the other, as the panel does. */
async function bring(panel: Panel, numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    const {status, json} = await panel.bring({number});
    if (status !== 200) throw new Error(`An import was answered ${status}: ${JSON.stringify(json)}`);
  }
}

async function counted(product: Product, happen: () => Promise<unknown>) {
  const before = product.zoom.requests.length;
  const calls = await callsOf(product.host, happen);
  return {...calls, zoom: product.zoom.requests.length - before};
}

/** Calls that posts without a link cost, beside those of the command by which one knows that they were heard. */
async function callsOfPosts({host}: Product, place: Place | undefined): Promise<number> {
  const {userId, channelId} = place ?? {userId: '', channelId: ''};
  const help = (): Promise<unknown> => host.executeCommand({userId, channelId, command: '/zoom help'});
  const alone = await callsOf(host, help);
  const beside = await callsOf(host, async () => {
    for (let post = 0; post < POSTS; post += 1) {
      await host.writePost({channel_id: channelId, user_id: userId, message: `Good morning ${post}`});
    }
    await help();
  });
  return beside.count - alone.count;
}
