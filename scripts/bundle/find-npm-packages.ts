import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Metafile} from 'esbuild';
import {projectRoot} from '../project-root.js';
import {BundleError} from './bundle-error.js';
import type {BundledPackage} from './bundled-package.js';

const licenceFile = /^(licen[cs]e|copying|notice)/i;
const packageFolder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * The folders of the npm packages of which at least one byte went into the output.
 *
 * @returns paths relative to the project, sorted
 */
export const packageFolders = (metafile: Metafile): readonly string[] => {
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).filter(([, {bytesInOutput}]) => bytesInOutput > 0),
  );
  const folders = inputs.map(([path]) => packageFolder.exec(path)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
};

const readPackage = async (folder: string): Promise<BundledPackage> => {
  const path = join(projectRoot, folder);
  const manifest = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const files = (await readdir(path)).filter((name) => licenceFile.test(name)).sort();
  return {
    name: manifest.name,
    version: manifest.version,
    licence: manifest.license ?? '',
    texts: await Promise.all(files.map((file) => readFile(join(path, file), 'utf8'))),
    purl: `pkg:npm/${manifest.name.replace('@', '%40')}@${manifest.version}`,
  };
};

/**
 * The npm packages inside the built script, each once, with their licence texts.
 *
 * @throws BundleError `licence-missing`
 */
export const findNpmPackages = async (metafile: Metafile): Promise<readonly BundledPackage[]> => {
  const packages = await Promise.all(packageFolders(metafile).map(readPackage));
  const silent = packages.filter(({licence}) => licence === '').map(({name}) => name);
  if (silent.length > 0) {
    throw new BundleError({kind: 'licence-missing', packages: silent});
  }
  return [...new Map(packages.map((entry) => [entry.purl, entry])).values()];
};
