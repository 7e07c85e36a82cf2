import {beforeAll, describe} from '@jest/globals';
import {CAPABILITIES, type Capabilities} from '../../server/core/domain/capabilities.js';
import {hasGo} from './go.js';
import {COLD_BUILD_MS} from './go-host-build.js';
import {startGoHost} from './go-host.js';
import type {StartPluginHost} from './plugin-host.js';
import {services} from './service-stores.js';
import {shared} from './shared/shared.js';
import {startTypeScriptHost} from './typescript-host.js';

/** What a feature test gets: how to start a server with the built product, whichever server it is. */
export interface FeatureHost {
  start: StartPluginHost;
  /** The built plugin; known once the tests run. A service needs none. */
  pluginDir: () => string;
  capabilities: Capabilities;
}

interface Options {
  /** Only on hosts that can do all of this; what the others do instead has tests of its own. */
  needs?: readonly (keyof Capabilities)[];
  /** Only on hosts that can do nothing of this: what they do instead. */
  lacks?: readonly (keyof Capabilities)[];
}

/**
 * Runs the same feature tests on every host: Mattermost's own plugin host (where Go is installed), that of the sandbox,
 * and the service beside Mattermost on either of its stores.
 */
export function onEachHost(
  feature: string,
  define: (host: FeatureHost) => void,
  {needs = [], lacks = []}: Options = {},
): void {
  let pluginDir: string;
  const isFor = (capabilities: Capabilities): boolean =>
    needs.every((need) => capabilities[need]) && lacks.every((lack) => !capabilities[lack]);
  beforeAll(async () => {
    pluginDir = (await shared('plugin')).folder;
    if (hasGo()) await shared('goHost');
  }, COLD_BUILD_MS);

  const plugins: readonly (readonly [string, StartPluginHost])[] = [
    ["Mattermost's own host", startGoHost],
    ['the host of the sandbox', startTypeScriptHost],
  ];
  const runsServices = isFor(CAPABILITIES.service) && (process.env['SKIP_SERVICES'] ?? '') === '';
  const onStores = runsServices ? Object.entries(services) : [];
  const hosts: readonly (readonly [string, StartPluginHost, Capabilities])[] = [
    ...plugins.map(([name, start]) => [name, start, CAPABILITIES.plugin] as const),
    ...onStores.map(([name, start]) => [`a service with ${name}`, start, CAPABILITIES.service] as const),
  ];
  for (const [name, start, capabilities] of hosts) {
    if (!isFor(capabilities)) continue;
    (start === startGoHost && !hasGo() ? describe.skip : describe)(`${feature}, on ${name}`, () =>
      define({start, pluginDir: () => pluginDir, capabilities}),
    );
  }
}
