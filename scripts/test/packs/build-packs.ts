import {rmSync} from 'node:fs';
import {build} from 'esbuild';
import {projectRoot} from '../../project-root.js';
import {IMPORT_META, ownImportMeta, packEntries} from './pack-plugins.js';
import type {Pack} from './plan-packs.js';

const bundle = (packs: readonly Pack[], folder: string): Promise<unknown> =>
  build({
    entryPoints: packs.map(({name}) => ({in: `pack:${name}`, out: name})),
    outdir: folder,
    outExtension: {'.js': '.mjs'},
    absWorkingDir: projectRoot,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.12',
    format: 'esm',
    // A style sheet is a text, as in the build of the web app.
    loader: {'.css': 'text'},
    // Beside the code: read only when a test fails.
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    define: {'import.meta': IMPORT_META},
    plugins: [packEntries(packs), ownImportMeta],
    logLevel: 'silent',
  });

/** What esbuild throws where a file is at fault. */
const isAboutSources = (error: unknown): boolean =>
  error instanceof Error && 'errors' in error && Array.isArray(error.errors) && error.errors.length > 0;

/**
 * Writes each pack as one file, `NAME.mjs`, and what lies there goes.
 *
 * @returns the packs that there are; the others have a file that is no TypeScript, or imports what is not there
 */
export async function buildPacks(packs: readonly Pack[], folder: string): Promise<readonly Pack[]> {
  rmSync(folder, {recursive: true, force: true});
  try {
    await bundle(packs, folder);
    return packs;
  } catch (error) {
    if (!isAboutSources(error)) throw error;
    const outcomes = await Promise.allSettled(packs.map((pack) => bundle([pack], folder)));
    return packs.filter((_, index) => outcomes[index]?.status === 'fulfilled');
  }
}
