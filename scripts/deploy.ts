import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {deployBundle} from './deploy/deploy-bundle.js';
import {DeployError} from './deploy/deploy-error.js';
import {readManifest} from './deploy/read-manifest.js';
import {readTarget} from './deploy/read-target.js';
import {createTerminalReport} from './deploy/terminal-report.js';
import {projectRoot} from './project-root.js';
import {readOptions} from './read-options.js';

const options = readOptions({
  /** The server's Site URL. */
  url: {type: 'string'},
  /** A file that holds a system admin's personal access token. */
  'token-file': {type: 'string'},
  /** Another archive than the one for all platforms. */
  bundle: {type: 'string'},
});

try {
  const manifest = readManifest();
  await deployBundle({
    target: readTarget({url: options.url, tokenFile: options['token-file'], env: process.env}),
    bundle: options.bundle ?? join(projectRoot, 'dist', `zoom-${manifest.version}-linux.tar.gz`),
    manifest,
    report: createTerminalReport(),
    pause: () => setTimeout(1000),
  });
} catch (error) {
  if (!(error instanceof DeployError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
