import {setInterval, setTimeout} from 'node:timers/promises';
import {BundleError} from './bundle/bundle-error.js';
import {checkMachine} from './bundle/check-machine.js';
import {buildPlatform} from './bundle/platforms.js';
import {prepareNode} from './bundle/prepare-node.js';
import {createClient} from './deploy/ask-server.js';
import {deployBundle} from './deploy/deploy-bundle.js';
import {DeployError} from './deploy/deploy-error.js';
import {readManifest} from './deploy/read-manifest.js';
import {readTarget, type DeployTarget} from './deploy/read-target.js';
import {createTerminalReport} from './deploy/terminal-report.js';
import {followLog} from './dev/follow-log.js';
import {devScript, devWorkFolder, makeDevBundle} from './dev/make-dev-bundle.js';
import {oneAtATime} from './dev/one-at-a-time.js';
import {watchPlugin} from './dev/watch-plugin.js';
import {readOptions} from './read-options.js';

const options = readOptions({
  /** The server's Site URL. */
  url: {type: 'string'},
  /** A file that holds a system admin's personal access token. */
  'token-file': {type: 'string'},
});

/** Says in one sentence what may go wrong; the next change is the next try. */
const tell = (error: unknown) => {
  if (!(error instanceof DeployError || error instanceof BundleError)) {
    throw error;
  }
  console.error(error.message);
};

const develop = async (target: DeployTarget): Promise<void> => {
  checkMachine();
  const node = await prepareNode(buildPlatform, devWorkFolder);
  const redeploy = oneAtATime(async () => {
    const report = createTerminalReport();
    const bundle = await makeDevBundle(node);
    const pause = () => setTimeout(1000);
    await deployBundle({target, bundle, manifest: readManifest(), report, pause}).catch(tell);
  });
  await watchPlugin(devScript, () => void redeploy());
  const client = createClient(target);
  await followLog({client, pluginId: readManifest().id, print: console.log, ticks: setInterval(1000)});
};

try {
  await develop(readTarget({url: options.url, tokenFile: options['token-file'], env: process.env}));
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
