import type {Benchmark} from './benchmark.js';
import {timeActivations} from './load/time-activations.js';
import {timeEchoes} from './load/time-echoes.js';
import {median} from './report/percentile.js';

/** What it costs to be a plugin in TypeScript: each hook, each activation, and the memory. */
export const measureHooks: Benchmark = async (workshop) => {
  const echoes = await timeEchoes(workshop);
  const activations = await timeActivations(workshop);
  const {memory} = await workshop.webhookRun();
  if (memory === undefined) workshop.note('This system has no /proc to read the memory of a process from.');
  return [
    {name: 'hook_p50_us', value: echoes.p50},
    ...(echoes.ratioToGo === undefined
      ? []
      : [{name: 'hook_p50_ratio_to_go', value: echoes.ratioToGo, target: 1.2}]),
    {name: 'activation_ms', value: median(activations), target: 1000},
    ...(memory === undefined
      ? []
      : [
          {name: 'rss_started_mib', value: memory.startedMib, target: 85},
          {name: 'rss_loaded_mib', value: memory.loadedMib, target: 110},
        ]),
  ];
};
