import {beforeAll, describe} from '@jest/globals';
import {ECHO_PLUGIN} from '../support/build-echo-plugin.js';
import {hasGo} from '../support/go.js';
import {COLD_BUILD_MS, type GoHostBuild} from '../support/go-host-build.js';
import {chosenSdk, startGoHost} from '../support/go-host.js';
import {shared} from '../support/shared/shared.js';
import {describeBeyondProduct} from './support/host-contract/beyond-product.js';
import {describeHostContract} from './support/host-contract-cases.js';
import {describeRawHttp} from './support/raw-http-cases.js';

(hasGo() ? describe : describe.skip)(`Mattermost ${chosenSdk()}`, () => {
  let go: GoHostBuild;
  beforeAll(async () => {
    go = await shared('goHost');
  }, COLD_BUILD_MS);

  const startCaller = () => startGoHost({pluginDir: go.callerPluginDir});
  describeHostContract('a Go host', startCaller, describeBeyondProduct);
  describeRawHttp('the Go echo plugin', () => startGoHost({pluginDir: go.echoPluginDir}));

  describeRawHttp('the TypeScript echo plugin', async () =>
    startGoHost({pluginDir: (await shared('plugin', ECHO_PLUGIN)).folder}),
  );
});
