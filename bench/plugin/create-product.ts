import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import type {PluginConfig} from '../../test/support/plugin-host.js';
import {connectedTo, createWorld, type World} from '../../test/support/world.js';
import {startTimedHost, type TimedHost} from './timed-host.js';

/** The settings that connect the product to a simulated Zoom. */
export type ConnectsTo = (zoom: ZoomSimulator) => PluginConfig;

/** The product plugin in its process, on a host, against a simulated Zoom that brings no webhooks by itself. */
export interface Product extends World, Pick<TimedHost, 'timeCommands'> {}

export async function createProduct({
  pluginDir,
  hasGo,
  settings = connectedTo,
}: {
  pluginDir: string;
  hasGo: boolean;
  /** Default: Server-to-Server. */
  settings?: ConnectsTo;
}): Promise<Product> {
  const timed = await startTimedHost(pluginDir, hasGo);
  const world = await createWorld({pluginDir, subscribe: false, settings, start: async () => timed.host});
  // The simulator is as strict as Zoom, which does not let anybody start meetings at this pace.
  Object.assign(world.zoom.limits, {light: Infinity, medium: Infinity, createsPerDay: Infinity});
  return {...world, timeCommands: timed.timeCommands};
}
