import {spawnSync} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {runWebhooks, type WebhookRun} from './load/run-webhooks.js';
import {type ConnectsTo, createProduct, type Product} from './plugin/create-product.js';
import {installableFolder} from './plugin/installable-folder.js';

/** What whoever started the run has chosen. */
export interface Chosen {
  /** Of what is left to chance. */
  readonly seed: number;
  /** How many meetings are to be interrupted by kills, and how many of them were in runs before. */
  readonly meetings: number | undefined;
  readonly from: number | undefined;
  /** How much of an hour is to be measured. */
  readonly minutes: number | undefined;
}

/** What the benchmarks of one run share: costly things are made once, when they are first needed. */
export interface Workshop extends Chosen {
  /** Says in one sentence what one has to know to read the figures. */
  note(sentence: string): void;
  /** Whether Mattermost's own plugin host can be built; said in a note where not. */
  readonly hasGo: boolean;
  /** A folder for what is built, removed at the end. */
  readonly scratch: string;
  /** The folder of the product plugin, as it would be installed. */
  pluginDir(): Promise<string>;
  /** The product plugin, active on a host and connected to a simulated Zoom; the caller closes it. */
  openProduct(settings?: ConnectsTo): Promise<Product>;
  /** The webhook load, run once for all benchmarks that read its results. */
  webhookRun(): Promise<WebhookRun>;
  close(): Promise<void>;
}

export async function openWorkshop(
  note: (sentence: string) => void,
  {seed, meetings, from, minutes}: Chosen,
): Promise<Workshop> {
  const scratch = await mkdtemp(join(tmpdir(), 'bench-'));
  const hasGo = spawnSync('go', ['version'], {stdio: 'ignore'}).status === 0;
  if (!hasGo) note("Go is not installed: measured on the sandbox's host, without the comparison with Go.");
  const pluginDir = once(() => installableFolder(scratch, note));
  const openProduct: Workshop['openProduct'] = async (settings) =>
    createProduct({pluginDir: await pluginDir(), hasGo, ...(settings && {settings})});
  return {
    note,
    seed,
    meetings,
    from,
    minutes,
    hasGo,
    scratch,
    pluginDir,
    openProduct,
    webhookRun: once(() => runWebhooks(openProduct)),
    close: () => rm(scratch, {recursive: true}),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
