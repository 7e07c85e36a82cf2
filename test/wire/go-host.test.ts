import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe} from '@jest/globals';
import {buildEchoPlugin} from '../support/build-echo-plugin.js';
import {hasGo} from '../support/go.js';
import {buildGoHost, COLD_BUILD_MS, type GoHostBuild} from '../support/go-host-build.js';
import {chosenSdk, startGoHost} from '../support/go-host.js';
import {describeBeyondProduct} from './support/host-contract/beyond-product.js';
import {describeHostContract} from './support/host-contract-cases.js';
import {describeRawHttp} from './support/raw-http-cases.js';

(hasGo() ? describe : describe.skip)(`Mattermost ${chosenSdk()}`, () => {
  let go: GoHostBuild;
  beforeAll(async () => {
    go = await buildGoHost(chosenSdk());
  }, COLD_BUILD_MS);

  const startCaller = () => startGoHost({pluginDir: go.callerPluginDir});
  describeHostContract('a Go host', startCaller, describeBeyondProduct);
  describeRawHttp('the Go echo plugin', () => startGoHost({pluginDir: go.echoPluginDir}));

  describe('with the TypeScript echo plugin', () => {
    let outDir: string;
    beforeAll(async () => {
      outDir = await mkdtemp(join(tmpdir(), 'echo-'));
    });
    afterAll(() => rm(outDir, {recursive: true}));

    describeRawHttp('the TypeScript echo plugin', async () =>
      startGoHost({pluginDir: await buildEchoPlugin(outDir)}),
    );
  });
});
