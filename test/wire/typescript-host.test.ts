import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe} from '@jest/globals';
import {buildPlugin} from '../../scripts/build-plugin.js';
import {buildEchoPlugin} from '../support/build-echo-plugin.js';
import {hasGo} from '../support/go.js';
import {buildGoHost, COLD_BUILD_MS, type GoHostBuild} from '../support/go-host-build.js';
import {chosenSdk} from '../support/go-host.js';
import {startTypeScriptHost as start} from '../support/typescript-host.js';
import {describeHostContract} from './support/host-contract-cases.js';
import {describeLifeCycle} from './support/life-cycle-cases.js';
import {describeManyActivations} from './support/many-activations-cases.js';
import {describeRawHttp} from './support/raw-http-cases.js';

const withGo = hasGo();

describe('the host of the sandbox', () => {
  let outDir: string;
  let pluginDir: string;
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'built-'));
    pluginDir = (await buildPlugin({outDir: join(outDir, 'built')})).folder;
  });
  afterAll(() => rm(outDir, {recursive: true}));

  describeLifeCycle({start, pluginDir: () => pluginDir});
  // With Go these run on Mattermost's own host.
  if (!withGo) {
    describeRawHttp('the TypeScript echo plugin', async () =>
      start({pluginDir: await buildEchoPlugin(join(outDir, 'echo'))}),
    );
    describeManyActivations({start, pluginDir: () => pluginDir});
  }
});

(withGo ? describe : describe.skip)('the host of the sandbox with plugins of the official Go module', () => {
  let go: GoHostBuild;
  beforeAll(async () => {
    go = await buildGoHost(chosenSdk());
  }, COLD_BUILD_MS);

  describeHostContract('the sandbox', () => start({pluginDir: go.callerPluginDir}));
});
