import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {projectRoot} from '../../scripts/project-root.js';

const {version} = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {version: string};

/** The archive that `npm run bundle` leaves for a variant. */
export const bundlePath = (suffix: string) => join(projectRoot, 'dist', `zoom-${version}-${suffix}.tar.gz`);

const findReason = (): string | undefined => {
  if (!existsSync(bundlePath('linux-amd64'))) {
    return 'no bundle was made (npm run bundle makes it)';
  }
  if (process.platform !== 'linux' || process.arch !== 'x64' || process.getuid?.() !== 0) {
    return 'only root on Linux x64 can start it in a root of its own';
  }
  return undefined;
};

/** Why the finished bundle cannot be tried here; absent where it can. */
export const reasonToSkipBundle = findReason();
