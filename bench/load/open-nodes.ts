import type {ServiceHost, StartServiceHost} from '../../test/support/service-host.js';
import type {ServiceProcess} from '../../sandbox/service/service-process.js';
import type {ConnectsTo} from '../plugin/create-product.js';
import {connectedTo, createWorld, type World} from '../../test/support/world.js';

/** The service in several processes on one store, against a simulated Zoom that brings no webhooks by itself. */
export interface Nodes extends World {
  /** Those beside the first, which Mattermost talks to. */
  readonly others: readonly ServiceProcess[];
  /** Addresses of all of them. */
  readonly urls: readonly string[];
}

/** `settings`: default: Server-to-Server. */
export async function openNodes(
  start: StartServiceHost,
  count: number,
  settings: ConnectsTo = connectedTo,
): Promise<Nodes> {
  const opened: {host?: ServiceHost} = {};
  const world = await createWorld({
    pluginDir: '',
    subscribe: false,
    settings,
    start: async (options) => (opened.host = await start(options)),
  });
  // The simulator is as strict as Zoom, which does not let anybody start meetings at this pace.
  Object.assign(world.zoom.limits, {light: Infinity, medium: Infinity, createsPerDay: Infinity});
  const others: ServiceProcess[] = [];
  while (others.length < count - 1 && opened.host !== undefined) others.push(await opened.host.addNode());
  return {
    ...world,
    others,
    urls: [new URL(world.host.routesUrl).origin, ...others.map(({url}) => url)],
    async close() {
      await Promise.all(others.map((node) => node.end()));
      await world.close();
    },
  };
}
