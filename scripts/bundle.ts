import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {BundleError} from './bundle/bundle-error.js';
import {checkMachine} from './bundle/check-machine.js';
import {makeBundles} from './bundle/make-bundles.js';
import {makeWebappBundle, readServiceUrl} from './bundle/make-webapp-bundle.js';
import {requiredTools} from './bundle/required-tools.js';
import {sizeTable} from './bundle/size-table.js';
import {projectRoot} from './project-root.js';
import {readOptions} from './read-options.js';

const options = readOptions({
  /** Prints the Debian packages that a bundle needs, for apt-get install. */
  tools: {type: 'boolean', default: false},
  /** Makes the web app alone, for the service at this address. */
  'service-url': {type: 'string'},
  /** Starts the result where only glibc is installed. */
  verify: {type: 'boolean', default: false},
});

const verify = (): number =>
  spawnSync('npm', ['test', '--', 'test/bundle'], {cwd: projectRoot, stdio: 'inherit'}).status ?? 1;

if (options.tools) {
  console.log(requiredTools.map(({debianPackage}) => debianPackage).join(' '));
} else if (options['service-url'] !== undefined) {
  const service = readServiceUrl(options['service-url']);
  if ('mistake' in service) {
    console.error(service.mistake);
    process.exitCode = 2;
  } else {
    const {SOURCE_DATE_EPOCH: epoch} = process.env;
    console.log(sizeTable([await makeWebappBundle(join(projectRoot, 'dist'), service.origin, epoch)]));
  }
} else {
  try {
    checkMachine();
    const made = await makeBundles(join(projectRoot, 'dist'), process.env['SOURCE_DATE_EPOCH']);
    console.log(sizeTable(made));
    process.exitCode = options.verify ? verify() : 0;
  } catch (error) {
    if (!(error instanceof BundleError)) {
      throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
  }
}
