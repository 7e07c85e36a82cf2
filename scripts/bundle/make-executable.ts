import {copyFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import type {Platform} from './platforms.js';
import {runTool} from './run-tool.js';

/** Marks the place in Node's binary that tells it to look for a blob. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** Removes the symbols from Node's binary, in place. */
export const stripNode = (platform: Platform, node: string): Promise<string> =>
  runTool(platform.strip, [node]);

/**
 * Makes the plugin's executable from a stripped Node and a blob. The order is strip, inject, patchelf:
 * strip after the injection gives an executable that crashes, patchelf before it one that does not load.
 *
 * The search path for the C++ libraries names the server's own folders first and the executable's folder
 * last: the copies we ship want a glibc that older systems lack, and those systems have their own.
 */
export const makeExecutable = async (
  platform: Platform,
  strippedNode: string,
  blob: string,
  outfile: string,
): Promise<void> => {
  await copyFile(strippedNode, outfile);
  const postject = fileURLToPath(import.meta.resolve('postject/dist/cli.js'));
  await runTool(process.execPath, [postject, outfile, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', fuse]);
  await runTool('patchelf', [
    '--set-rpath',
    [...platform.serverLibraryFolders, '$ORIGIN'].join(':'),
    outfile,
  ]);
};
