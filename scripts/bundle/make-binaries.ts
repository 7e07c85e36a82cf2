import {mkdir, readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {projectRoot} from '../project-root.js';
import type {BundledPackage} from './bundled-package.js';
import {fetchNode} from './fetch-node.js';
import {makeExecutable, stripNode} from './make-executable.js';
import {nodeVersion, platforms, type Platform} from './platforms.js';
import {copySystemLibraries} from './system-libraries.js';
import {writeSeaBlob} from './write-sea-blob.js';

/** Fetched packages stay here between runs. */
const cache = join(projectRoot, 'build/cache');

/** The platform on which bundles are made, whose Node runs here. */
export const buildPlatform = 'linux-amd64';

/** A platform's Node without symbols, and the text of its licence. */
interface PreparedNode {
  readonly platform: Platform;
  readonly executable: string;
  readonly licence: string;
}

const prepareNode = async (platform: Platform, work: string): Promise<PreparedNode> => {
  const node = await fetchNode(platform, cache, join(work, 'node', platform.name));
  await stripNode(platform, node.executable);
  return {platform, ...node};
};

const makeBinary = async (
  node: PreparedNode,
  runner: string,
  script: string,
  work: string,
): Promise<void> => {
  const {platform} = node;
  const folder = join(work, 'blob', platform.name);
  const outFolder = join(work, 'binaries', platform.name);
  await Promise.all([folder, outFolder].map((path) => mkdir(path, {recursive: true})));
  const blob = await writeSeaBlob({node: runner, script, folder, codeCache: platform.codeCache});
  await makeExecutable(platform, node.executable, blob, join(outFolder, `plugin-${platform.name}`));
  await copySystemLibraries(platform, outFolder);
};

/**
 * Makes `<work>/binaries/<platform>/` for every platform: the executable and its libraries.
 *
 * @param script - the plugin as one script
 * @param work - folder for everything on the way; emptied of what an earlier run left
 * @returns Node itself, as a thing inside the bundle
 */
export const makeBinaries = async (script: string, work: string): Promise<BundledPackage> => {
  await Promise.all(
    ['node', 'blob', 'binaries'].map((name) => rm(join(work, name), {recursive: true, force: true})),
  );
  const nodes = await Promise.all(platforms.map((platform) => prepareNode(platform, work)));
  const runner = nodes.find(({platform}) => platform.name === buildPlatform);
  if (runner === undefined) {
    throw new Error(`No platform is called ${buildPlatform}.`);
  }
  await Promise.all(nodes.map((node) => makeBinary(node, runner.executable, script, work)));
  return {
    name: 'Node.js',
    version: nodeVersion,
    licence: 'MIT',
    texts: [await readFile(runner.licence, 'utf8')],
    purl: `pkg:generic/node@${nodeVersion}`,
  };
};
