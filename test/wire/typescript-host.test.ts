import {beforeAll, describe} from '@jest/globals';
import {ECHO_PLUGIN} from '../support/build-echo-plugin.js';
import {hasGo} from '../support/go.js';
import {COLD_BUILD_MS, type GoHostBuild} from '../support/go-host-build.js';
import {shared} from '../support/shared/shared.js';
import {startTypeScriptHost as start} from '../support/typescript-host.js';
import {describeHostContract} from './support/host-contract-cases.js';
import {describeLifeCycle} from './support/life-cycle-cases.js';
import {describeManyActivations} from './support/many-activations-cases.js';
import {describeRawHttp} from './support/raw-http-cases.js';

const withGo = hasGo();

describe('the host of the sandbox', () => {
  let pluginDir: string;
  beforeAll(async () => {
    pluginDir = (await shared('plugin')).folder;
  });

  describeLifeCycle({start, pluginDir: () => pluginDir});
  // With Go these run on Mattermost's own host.
  if (!withGo) {
    describeRawHttp('the TypeScript echo plugin', async () =>
      start({pluginDir: (await shared('plugin', ECHO_PLUGIN)).folder}),
    );
    describeManyActivations({start, pluginDir: () => pluginDir}, {times: 75});
  }
});

(withGo ? describe : describe.skip)('the host of the sandbox with plugins of the official Go module', () => {
  let go: GoHostBuild;
  beforeAll(async () => {
    go = await shared('goHost');
  }, COLD_BUILD_MS);

  describeHostContract('the sandbox', () => start({pluginDir: go.callerPluginDir}));
});
