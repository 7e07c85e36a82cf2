import {existsSync} from 'node:fs';
import {ANA, cardState} from '../../test/support/world.js';
import type {Product} from '../plugin/create-product.js';
import {residentMemory} from '../plugin/resident-memory.js';
import {assertStarted} from './assert-started.js';
import {inParallel} from './in-parallel.js';
import {seedPlaces} from './seed-places.js';
import {signedWebhook} from './signed-webhook.js';
import {webhookLoad} from './webhook-load.js';

const MEETINGS = 2500;
const PARALLEL = 32;

/** The result of the webhook load. */
export interface WebhookRun {
  readonly sent: number;
  /** Webhooks that were not answered with 2xx, and meetings whose card does not say at the end that they ended. */
  readonly lost: number;
  readonly seconds: number;
  /** From the first byte sent to the last one received, through the host over TCP. */
  readonly answerMs: readonly number[];
  /** Of the plugin's process, before the first meeting and after the last webhook; absent without a /proc. */
  readonly memory: {readonly startedMib: number; readonly loadedMib: number} | undefined;
}

/** Starts meetings with `/zoom start`, then sends their webhooks as fast as they are answered. */
export async function runWebhooks(openProduct: () => Promise<Product>): Promise<WebhookRun> {
  const product = await openProduct();
  try {
    const before = await memoryOf(product);
    const places = await seedPlaces(product, MEETINGS);
    await inParallel(places, PARALLEL, (place) => product.type('/zoom start', place));
    await assertStarted(product.host, places);
    const sent = await sendAll(product, webhookLoad(product.zoom.meetings));
    const after = await memoryOf(product);
    const unanswered = sent.answers.filter(({status}) => status < 200 || status > 299).length;
    return {
      sent: sent.answers.length,
      lost: unanswered + MEETINGS - (await endedChannels(product)),
      seconds: sent.seconds,
      answerMs: sent.answers.map(({milliseconds}) => milliseconds),
      memory:
        before === undefined || after === undefined ? undefined : {startedMib: before, loadedMib: after},
    };
  } finally {
    await product.close();
  }
}

interface Sent {
  readonly seconds: number;
  readonly answers: readonly {readonly status: number; readonly milliseconds: number}[];
}

async function sendAll(product: Product, bodies: readonly string[]): Promise<Sent> {
  const path = await product.webhookPath();
  const begin = performance.now();
  const answers = await inParallel(bodies, PARALLEL, async (body) => {
    const request = signedWebhook(path, product.zoom.account.secretToken, body);
    const sentAt = performance.now();
    const {status} = await product.host.http(request);
    return {status, milliseconds: performance.now() - sentAt};
  });
  return {seconds: (performance.now() - begin) / 1000, answers};
}

/** The number of channels whose one card says that the meeting ended. */
async function endedChannels({host}: Product): Promise<number> {
  const posts = (await host.posts()).filter(({type}) => type === 'custom_zoom');
  const ended = posts.filter((post) => cardState(post) === 'ended');
  return new Set(ended.map(({channel_id}) => channel_id)).size;
}

/** After loading everything that the plugin loads on its first use. */
async function memoryOf({host}: Product): Promise<number | undefined> {
  await host.executeCommand({userId: ANA, channelId: '', command: '/zoom help'});
  await host.http({path: '/webhook'});
  const pid = await host.pluginPid();
  return pid !== undefined && existsSync('/proc/self/status') ? residentMemory(pid) : undefined;
}
