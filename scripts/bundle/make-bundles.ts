import {mkdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {projectRoot} from '../project-root.js';
import {BundleError} from './bundle-error.js';
import {buildServerScript} from './build-server-script.js';
import {bundleVariants, type BundleVariant} from './bundle-variants.js';
import {findNpmPackages} from './find-npm-packages.js';
import {makeBinaries} from './make-binaries.js';
import {renderNotice} from './notice.js';
import {platforms} from './platforms.js';
import {renderSbom} from './sbom.js';
import {sourceDate} from './source-date.js';
import {stageBundle} from './stage-bundle.js';
import {findSystemLibraries} from './system-libraries.js';
import {writeArchive} from './write-archive.js';
import {writeChecksums} from './write-checksums.js';

/** What Mattermost takes as an upload unless FileSettings.MaxFileSize says otherwise: 100 MiB. */
const uploadLimit = 100 * 1024 * 1024;

/** Where a bundle is made. */
const workFolder = join(projectRoot, 'build/bundle');

/** A file that was made, and its size in bytes. */
export interface MadeFile {
  readonly file: string;
  readonly bytes: number;
}

const measure = async (file: string): Promise<MadeFile> => ({file, bytes: (await stat(file)).size});

const makeVariant = async (
  variant: BundleVariant,
  outfile: string,
  texts: Readonly<Record<string, string>>,
  date: Date,
): Promise<MadeFile> => {
  const folder = join(workFolder, 'stage', variant.suffix, 'zoom');
  const binaries = join(workFolder, 'binaries');
  await stageBundle({folder, platforms: variant.platforms, binaries, texts});
  await writeArchive(folder, 'zoom', outfile, date);
  const made = await measure(outfile);
  if (made.bytes >= uploadLimit) {
    throw new BundleError({kind: 'too-large', ...made, file: basename(outfile), limit: uploadLimit});
  }
  return made;
};

const makeTexts = async (version: string, date: Date): Promise<Record<string, string>> => {
  const script = join(workFolder, 'plugin.cjs');
  const metafile = await buildServerScript(join(projectRoot, 'server/main.ts'), script);
  const node = await makeBinaries(script, workFolder);
  const libraries = await findSystemLibraries(platforms);
  const packages = [node, ...libraries, ...(await findNpmPackages(metafile))];
  return {
    'NOTICE.txt': renderNotice(version, packages),
    'sbom.cdx.json': renderSbom(version, date, packages),
  };
};

/**
 * Makes everything that a release consists of in a folder: an archive for each variant, the bill of
 * materials and the checksums.
 *
 * @param epoch - the environment's SOURCE_DATE_EPOCH
 * @throws BundleError
 */
export const makeBundles = async (
  outDir: string,
  epoch: string | undefined,
): Promise<readonly MadeFile[]> => {
  const manifest = await readFile(join(projectRoot, 'plugin.json'), 'utf8');
  const {version} = JSON.parse(manifest) as {version: string};
  const date = await sourceDate(epoch);
  await rm(workFolder, {recursive: true, force: true});
  await Promise.all([outDir, workFolder].map((folder) => mkdir(folder, {recursive: true})));
  const texts = await makeTexts(version, date);
  const archives = await Promise.all(
    bundleVariants.map((variant) =>
      makeVariant(variant, join(outDir, `zoom-${version}-${variant.suffix}.tar.gz`), texts, date),
    ),
  );
  const sbom = join(outDir, 'sbom.cdx.json');
  await writeFile(sbom, texts['sbom.cdx.json'] ?? '');
  const made = [...archives, await measure(sbom)];
  await writeChecksums(
    outDir,
    made.map(({file}) => file),
  );
  return made;
};
