import {beforeAll, describe, expect, it} from '@jest/globals';
import {CAPABILITIES, type Capabilities} from '../../server/core/domain/capabilities.js';
import {hasGo} from './go.js';
import {COLD_BUILD_MS} from './go-host-build.js';
import {startGoHost} from './go-host.js';
import {breadthOfRun, hostsInTurn} from './hosts-in-turn.js';
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

interface NamedHost extends Omit<FeatureHost, 'pluginDir'> {
  name: string;
}

interface Kinds {
  plugins: readonly NamedHost[];
  services: readonly NamedHost[];
}

/** Those that can do what is asked for. */
function hostsFor({needs = [], lacks = []}: Options): Kinds {
  const isFor = (capabilities: Capabilities): boolean =>
    needs.every((need) => capabilities[need]) && lacks.every((lack) => !capabilities[lack]);
  const named = (hosts: readonly (readonly [string, StartPluginHost])[], capabilities: Capabilities) =>
    isFor(capabilities) ? hosts.map(([name, start]): NamedHost => ({name, start, capabilities})) : [];
  const onStores = (process.env['SKIP_SERVICES'] ?? '') === '' ? Object.entries(services) : [];
  return {
    plugins: named(
      [
        ...(hasGo() ? [["Mattermost's own host", startGoHost] as const] : []),
        ['the host of the sandbox', startTypeScriptHost],
      ],
      CAPABILITIES.plugin,
    ),
    services: named(
      onStores.map(([store, start]) => [`a service with ${store}`, start] as const),
      CAPABILITIES.service,
    ),
  };
}

/** Builds before the tests of a file what they run; the answer is the folder of the plugin. */
function useBuilds(): () => string {
  let pluginDir = '';
  beforeAll(async () => {
    pluginDir = (await shared('plugin')).folder;
    if (hasGo()) await shared('goHost');
  }, COLD_BUILD_MS);
  return () => pluginDir;
}

/**
 * Runs the same feature tests on every host: Mattermost's own plugin host (where Go is installed), that of the sandbox,
 * and the service beside Mattermost on either of its stores; in CI on one of each kind, in a plain run on one.
 */
export function onEachHost(
  feature: string,
  define: (host: FeatureHost) => void,
  options: Options = {},
): void {
  defineOn(feature, hostsInTurn(hostsFor(options), feature, breadthOfRun()), define);
}

/** As `onEachHost`, for a feature in which hosts do not differ: in CI, too, it runs on one. */
export function onAnyHost(feature: string, define: (host: FeatureHost) => void): void {
  const breadth = breadthOfRun();
  defineOn(feature, hostsInTurn(hostsFor({}), feature, breadth === 'each-kind' ? 'one' : breadth), define);
}

function defineOn(feature: string, hosts: readonly NamedHost[], define: (host: FeatureHost) => void): void {
  const pluginDir = useBuilds();
  for (const {name, start, capabilities} of hosts) {
    describe(`${feature}, on ${name}`, () => define({start, pluginDir, capabilities}));
  }
}

/**
 * A test of something that takes its time in the real world, such as a deadline of 8 s: it runs on every host as in
 * `onEachHost`, but on all of them at once, so that the time passes once.
 */
export function onAllHostsAtOnce(
  title: string,
  run: (host: FeatureHost) => Promise<void>,
  options: Options = {},
): void {
  const pluginDir = useBuilds();
  it(
    title,
    async () => {
      const hosts = hostsInTurn(hostsFor(options), title, breadthOfRun());
      const outcomes = await Promise.allSettled(
        hosts.map(({start, capabilities}) => run({start, pluginDir, capabilities})),
      );
      const failures = outcomes.flatMap((outcome, index) =>
        outcome.status === 'fulfilled' ? [] : [`On ${hosts[index]?.name}: ${String(outcome.reason)}`],
      );
      expect(failures).toEqual([]);
    },
    AT_ONCE_MS,
  );
}

/** Four servers start at once, and then wait. */
const AT_ONCE_MS = 90_000;
