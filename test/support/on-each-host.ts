import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe} from '@jest/globals';
import {buildPlugin} from '../../scripts/build-plugin.js';
import {hasGo} from './go.js';
import {buildGoHost, COLD_BUILD_MS} from './go-host-build.js';
import {chosenSdk, startGoHost} from './go-host.js';
import type {StartPluginHost} from './plugin-host.js';
import {startTypeScriptHost} from './typescript-host.js';

/** What a feature test gets: how to start a server with the built plugin, whichever server it is. */
export interface FeatureHost {
  start: StartPluginHost;
  /** The built plugin; known once the tests run. */
  pluginDir: () => string;
}

/** Runs the same feature tests on Mattermost's own plugin host (where Go is installed) and on that of the sandbox. */
export function onEachHost(feature: string, define: (host: FeatureHost) => void): void {
  let outDir: string;
  let pluginDir: string;
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'feature-'));
    pluginDir = (await buildPlugin({outDir})).folder;
    if (hasGo()) await buildGoHost(chosenSdk());
  }, COLD_BUILD_MS);
  afterAll(() => rm(outDir, {recursive: true}));

  const hosts: readonly (readonly [string, StartPluginHost])[] = [
    ["Mattermost's own host", startGoHost],
    ['the host of the sandbox', startTypeScriptHost],
  ];
  for (const [name, start] of hosts) {
    (start === startGoHost && !hasGo() ? describe.skip : describe)(`${feature}, on ${name}`, () =>
      define({start, pluginDir: () => pluginDir}),
    );
  }
}
