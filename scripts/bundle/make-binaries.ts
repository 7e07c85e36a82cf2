import {readFile} from 'node:fs/promises';
import type {BundledPackage} from './bundled-package.js';
import {makeBinary} from './make-binary.js';
import {buildPlatform, nodeVersion, platforms} from './platforms.js';
import {prepareNode} from './prepare-node.js';

/**
 * Makes `<work>/binaries/<platform>/` for every platform.
 *
 * @param script - the plugin as one script
 * @param work - an empty folder for everything on the way
 * @returns Node itself, as a thing inside the bundle
 */
export const makeBinaries = async (script: string, work: string): Promise<BundledPackage> => {
  const others = platforms.filter((platform) => platform !== buildPlatform);
  const [runner, ...rest] = await Promise.all([
    prepareNode(buildPlatform, work),
    ...others.map((platform) => prepareNode(platform, work)),
  ]);
  await Promise.all([runner, ...rest].map((node) => makeBinary(node, runner, script, work)));
  return {
    name: 'Node.js',
    version: nodeVersion,
    licence: 'MIT',
    texts: [await readFile(runner.licence, 'utf8')],
    purl: `pkg:generic/node@${nodeVersion}`,
  };
};
