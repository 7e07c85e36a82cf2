import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {makeExecutable} from './make-executable.js';
import type {PreparedNode} from './prepare-node.js';
import {copySystemLibraries} from './system-libraries.js';
import {writeSeaBlob} from './write-sea-blob.js';

/**
 * Makes `<work>/binaries/<platform>/`: the executable and the libraries beside it.
 *
 * @param runner - the Node of this machine's platform, which prepares the blob
 * @param script - the plugin as one script
 */
export const makeBinary = async (
  {platform, executable}: PreparedNode,
  runner: PreparedNode,
  script: string,
  work: string,
): Promise<void> => {
  const folder = join(work, 'blob', platform.name);
  const outFolder = join(work, 'binaries', platform.name);
  await Promise.all([folder, outFolder].map((path) => mkdir(path, {recursive: true})));
  const blob = await writeSeaBlob({node: runner.executable, script, folder, codeCache: platform.codeCache});
  await makeExecutable(platform, executable, blob, join(outFolder, `plugin-${platform.name}`));
  await copySystemLibraries(platform, outFolder);
};
