import {chmod} from 'node:fs/promises';
import {join} from 'node:path';
import {build} from 'esbuild';
import {joinPageScript} from './build-join-page.js';
import {projectRoot} from './project-root.js';

/** Where `npm run build` puts the service; package.json names it as the command `zoom-mattermost`. */
export const serviceScript = 'dist/zoom-mattermost.mjs';

/**
 * Builds the service as one script. Its packages stay outside: npm installs them beside it, one of them compiled.
 *
 * @param entry - another than the service's own, below the project
 * @param outFile - somewhere below the project, where the packages are found
 * @throws esbuild's BuildFailure when the source does not build
 */
export async function buildService(
  outFile = join(projectRoot, serviceScript),
  entry = 'server/zoom-mattermost.ts',
): Promise<string> {
  await build({
    entryPoints: [join(projectRoot, entry)],
    absWorkingDir: projectRoot,
    outfile: outFile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'inline',
    sourcesContent: false,
    banner: {js: '#!/usr/bin/env node'},
    plugins: [joinPageScript],
    logLevel: 'warning',
  });
  await chmod(outFile, 0o755);
  return outFile;
}
