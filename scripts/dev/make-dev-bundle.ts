import {join} from 'node:path';
import {projectRoot} from '../project-root.js';
import {makeBinary} from '../bundle/make-binary.js';
import {buildPlatform} from '../bundle/platforms.js';
import type {PreparedNode} from '../bundle/prepare-node.js';
import {stageBundle} from '../bundle/stage-bundle.js';
import {writeArchive} from '../bundle/write-archive.js';

/** Where `npm run dev` keeps what it makes. */
export const devWorkFolder = join(projectRoot, 'build/dev');

/** The script that goes into the next bundle. */
export const devScript = join(devWorkFolder, 'plugin.cjs');

/**
 * Packs the script as a bundle for this machine's platform. A server in a container has no Node, so this
 * one brings it too; it is packed for speed, and nobody redistributes it, so it has no notice.
 *
 * @returns the archive's path
 */
export const makeDevBundle = async (node: PreparedNode): Promise<string> => {
  await makeBinary(node, node, devScript, devWorkFolder);
  const folder = join(devWorkFolder, 'zoom');
  const binaries = join(devWorkFolder, 'binaries');
  await stageBundle({folder, platforms: [buildPlatform], binaries, texts: {}});
  const archive = join(devWorkFolder, `zoom-${buildPlatform.name}.tar.gz`);
  await writeArchive(folder, 'zoom', archive, new Date(), 1);
  return archive;
};
