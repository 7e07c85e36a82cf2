import {randomInt} from 'node:crypto';
import {availableParallelism, loadavg} from 'node:os';
import type {Benchmark} from './benchmark.js';
import {measureCrowd} from './crowd.js';
import {measureEnded} from './ended.js';
import {measureHooks} from './hooks.js';
import {measureImport} from './import.js';
import {measureJoinPage} from './join-page.js';
import {measureKills} from './kills.js';
import {readArguments} from './read-arguments.js';
import type {Figure} from './report/figure.js';
import {figuresJson} from './report/figures-json.js';
import {figuresTable} from './report/figures-table.js';
import {measureModes} from './modes.js';
import {measurePeople} from './people.js';
import {measureScale} from './scale.js';
import {measureService} from './service.js';
import {measureServiceKills} from './service-kills.js';
import {measureStart} from './start.js';
import {measureStores} from './stores.js';
import {measureWeb} from './web.js';
import {measureWebhooks} from './webhooks.js';
import {type Chosen, openWorkshop} from './workshop.js';

/** Every benchmark, in the order in which all are run. */
const benchmarks = {
  hooks: measureHooks,
  start: measureStart,
  import: measureImport,
  'join-page': measureJoinPage,
  modes: measureModes,
  ended: measureEnded,
  webhooks: measureWebhooks,
  people: measurePeople,
  crowd: measureCrowd,
  scale: measureScale,
  service: measureService,
  'service-kills': measureServiceKills,
  kills: measureKills,
  stores: measureStores,
  web: measureWeb,
} satisfies Record<string, Benchmark>;

type Name = keyof typeof benchmarks;

const note = (sentence: string): void => console.error(sentence);

async function measure(names: readonly Name[], chosen: Chosen): Promise<readonly Figure[]> {
  const workshop = await openWorkshop(note, chosen);
  const figures: Figure[] = [];
  try {
    for (const name of names) {
      const load = loadavg()[0]?.toFixed(1) ?? '';
      note(`${name}: begun with a load of ${load} on ${availableParallelism()} cores.`);
      figures.push(...(await benchmarks[name](workshop)));
    }
    return figures;
  } finally {
    await workshop.close();
  }
}

const asked = readArguments(process.argv.slice(2), Object.keys(benchmarks) as Name[]);
if (asked.kind === 'mistake') {
  console.error(asked.sentence);
  process.exitCode = 2;
} else {
  const figures = await measure(asked.names, {...asked, seed: asked.seed ?? randomInt(1, 2 ** 31)});
  console.log(asked.json ? figuresJson(figures) : `\n${figuresTable(figures)}`);
}
