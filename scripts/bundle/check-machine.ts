import {BundleError} from './bundle-error.js';
import {missingTools} from './required-tools.js';

/**
 * Makes sure that executables can be made here.
 *
 * @throws BundleError `wrong-machine` or `tools-missing`
 */
export const checkMachine = (): void => {
  const machine = `${process.platform} ${process.arch}`;
  if (machine !== 'linux x64') {
    throw new BundleError({kind: 'wrong-machine', machine});
  }
  const tools = missingTools(process.env['PATH'] ?? '');
  if (tools.length > 0) {
    throw new BundleError({kind: 'tools-missing', tools});
  }
};
