import {beforeAll, describe, expect, it} from '@jest/globals';
import {CAPABILITIES, type Capabilities} from '../../server/core/domain/capabilities.js';
import {hasGo} from './go.js';
import {COLD_BUILD_MS} from './go-host-build.js';
import {startGoHost} from './go-host.js';
import type {StartPluginHost} from './plugin-host.js';
import {services} from './service-stores.js';
import {shared} from './shared/shared.js';
import {isThorough} from './thorough.js';
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

/** Those that can do what is asked for. */
function hostsFor({needs = [], lacks = []}: Options): readonly NamedHost[] {
  const isFor = (capabilities: Capabilities): boolean =>
    needs.every((need) => capabilities[need]) && lacks.every((lack) => !capabilities[lack]);
  const plugins: readonly (readonly [string, StartPluginHost])[] = [
    ["Mattermost's own host", startGoHost],
    ['the host of the sandbox', startTypeScriptHost],
  ];
  const runsServices = (process.env['SKIP_SERVICES'] ?? '') === '';
  const onStores = runsServices ? Object.entries(services) : [];
  const all: readonly NamedHost[] = [
    ...plugins.map(([name, start]) => ({name, start, capabilities: CAPABILITIES.plugin})),
    ...onStores.map(([name, start]) => ({
      name: `a service with ${name}`,
      start,
      capabilities: CAPABILITIES.service,
    })),
  ];
  const hosts = all.filter(({capabilities}) => isFor(capabilities));
  return isThorough() ? hosts : firstOfEachKind(hosts.filter(({start}) => start !== startGoHost || hasGo()));
}

const firstOfEachKind = (hosts: readonly NamedHost[]): readonly NamedHost[] =>
  hosts.filter(
    ({capabilities}, index) => hosts.findIndex((host) => host.capabilities === capabilities) === index,
  );

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
 * and the service beside Mattermost on either of its stores. A run that is not thorough takes one plugin host and one
 * store.
 */
export function onEachHost(
  feature: string,
  define: (host: FeatureHost) => void,
  options: Options = {},
): void {
  defineOn(feature, hostsFor(options), define);
}

/**
 * As `onEachHost`, for a feature in which hosts do not differ: a run that is not thorough takes one host alone.
 */
export function onAnyHost(feature: string, define: (host: FeatureHost) => void): void {
  const hosts = hostsFor({});
  defineOn(feature, isThorough() ? hosts : hosts.slice(0, 1), define);
}

function defineOn(feature: string, hosts: readonly NamedHost[], define: (host: FeatureHost) => void): void {
  const pluginDir = useBuilds();
  for (const {name, start, capabilities} of hosts) {
    (start === startGoHost && !hasGo() ? describe.skip : describe)(`${feature}, on ${name}`, () =>
      define({start, pluginDir, capabilities}),
    );
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
      const hosts = hostsFor(options).filter(({start}) => start !== startGoHost || hasGo());
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
