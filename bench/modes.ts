import type {Benchmark} from './benchmark.js';
import {modelStarts, START_SLOWER} from './model/model-starts.js';
import {modelOnEachHost} from './model/on-each-host.js';
import {connectedBy, CONSENT_MODES, type ConsentMode, giveConsents} from './modes/consent-mode.js';
import {countCalls} from './modes/count-calls.js';
import {countRefreshesOfStorm} from './modes/refresh-storm.js';
import type {Figure} from './report/figure.js';
import type {Workshop} from './workshop.js';

/**
 * Of calls of Zoom, and of the modelled time: that of Server-to-Server, with a read of the consent. A person's consent
 * has said already who they are in Zoom, which saves a call.
 */
const TARGETS = {
  user: {zoomCalls: 1, modelMs: 118},
  account: {zoomCalls: 2, modelMs: 218},
} as const satisfies Record<ConsentMode, object>;

/** What a start costs where people consent, and how often their tokens are refreshed. */
export const measureModes: Benchmark = async (workshop) => {
  const figures: Figure[] = [];
  for (const mode of CONSENT_MODES) {
    const {start, refresh} = await countCalls(workshop, mode);
    figures.push(
      {name: `${mode}_start_zoom_calls`, value: start.zoom, target: TARGETS[mode].zoomCalls},
      {name: `${mode}_start_plugin_api_calls`, value: start.pluginApi},
      {name: `${mode}_refresh_key_value_calls`, value: refresh.keyValue - start.keyValue},
      ...(await model(workshop, mode)),
    );
  }
  const value = await countRefreshesOfStorm();
  return [...figures, {name: 'refreshes_of_100_people', value, target: 100}];
};

/** As `start` models it for Server-to-Server. */
const model = (workshop: Workshop, mode: ConsentMode): Promise<readonly Figure[]> =>
  modelOnEachHost(
    workshop,
    {[`${mode}_start_model`]: TARGETS[mode].modelMs},
    {
      slower: START_SLOWER,
      settings: connectedBy(mode),
      async measure(world) {
        const prepare: Parameters<typeof modelStarts>[1] = (places) => giveConsents(world, mode, places);
        return {[`${mode}_start_model`]: (await modelStarts(world, prepare)).start_model};
      },
    },
  );
