import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {buildService} from '../../scripts/build-service.js';
import {projectRoot} from '../../scripts/project-root.js';
import {startPostgres} from '../../test/support/postgres.js';
import {startServiceHost, type StartServiceHost} from '../../test/support/service-host.js';
import type {World} from '../../test/support/world.js';
import {openNodes} from '../load/open-nodes.js';
import type {ConnectsTo} from '../plugin/create-product.js';
import type {Figure} from '../report/figure.js';
import type {Workshop} from '../workshop.js';
import {COSTS, STORE_SLOWER} from './costs.js';

type Measure = (world: World) => Promise<Readonly<Record<string, number>>>;

/**
 * The same on the plugin and on the service with either store. They are measured side by side: they have nothing in
 * common, and wait for modelled costs nearly all of the time.
 * @param targets - by the names that `measure` gives: `start_model` becomes `start_model_p50_ms`,
 *   `start_model_sqlite_p50_ms` and `start_model_postgres_p50_ms`
 */
export async function modelOnEachHost(
  workshop: Workshop,
  targets: Readonly<Record<string, number>>,
  {slower, measure, settings}: {slower: number; measure: Measure; settings?: ConnectsTo},
): Promise<readonly Figure[]> {
  const {read, keyValueWrite, post, zoom} = COSTS;
  workshop.note(
    `Modelled: a call of Zoom takes ${zoom} ms, a post ${post} ms, a write of a row ${keyValueWrite} ms, all else ${read} ms.`,
  );
  const figures = async (world: World, store: string): Promise<readonly Figure[]> => {
    const values = await measure(world).finally(() => world.close());
    return Object.entries(values).map(([name, value]) => {
      const target = targets[name];
      return {name: `${name}${store}_p50_ms`, value, ...(target !== undefined && {target})};
    });
  };
  return withServices(slower, async (stores) => {
    const measured = [
      workshop.openProduct(settings).then((product) => figures(product, '')),
      ...Object.entries(stores).map(async ([store, start]) =>
        figures(await openNodes(start, 1, settings), `_${store}`),
      ),
    ];
    return (await Promise.all(measured)).flat();
  });
}

async function withServices<Result>(
  slower: number,
  work: (stores: Readonly<Record<string, StartServiceHost>>) => Promise<Result>,
): Promise<Result> {
  const script = join(projectRoot, `build/bench-model-${process.pid}/zoom-mattermost.mjs`);
  await buildService(script, 'bench/model/slow-service.ts');
  const postgres = await startPostgres();
  try {
    const sqlite = startServiceHost({
      script,
      newStore: async (folder) => `sqlite:${join(folder, 'store.db')}`,
    });
    const onPostgres = startServiceHost({script, newStore: async () => postgres.newDatabase()});
    const env = {[STORE_SLOWER]: String(slower)};
    return await work({
      sqlite: (options) => sqlite({...options, env}),
      postgres: (options) => onPostgres({...options, env}),
    });
  } finally {
    await postgres.stop();
    await rm(join(script, '..'), {recursive: true, force: true});
  }
}
