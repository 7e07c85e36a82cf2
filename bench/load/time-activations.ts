import {startTimedHost} from '../plugin/timed-host.js';
import type {Workshop} from '../workshop.js';

const ACTIVATIONS = 11;

/** Milliseconds of each activation of the product plugin: from launching the process until OnActivate is done. */
export async function timeActivations(workshop: Workshop): Promise<readonly number[]> {
  const {host} = await startTimedHost(await workshop.pluginDir(), workshop.hasGo);
  try {
    const times: number[] = [];
    while (times.length < ACTIVATIONS) {
      times.push((await host.activate()).milliseconds);
      await host.deactivate();
    }
    return times;
  } finally {
    await host.close();
  }
}
