import {join} from 'node:path';
import {projectRoot} from '../project-root.js';
import {fetchNode} from './fetch-node.js';
import {stripNode} from './make-executable.js';
import type {Platform} from './platforms.js';

/** Fetched packages stay here between runs. */
const cache = join(projectRoot, 'build/cache');

/** A platform's Node without symbols: absolute paths. */
export interface PreparedNode {
  readonly platform: Platform;
  readonly executable: string;
  /** A text file. */
  readonly licence: string;
}

/**
 * Fetches a platform's Node into `<work>/node/<platform>/` and strips it.
 *
 * @throws BundleError `node-changed`
 */
export const prepareNode = async (platform: Platform, work: string): Promise<PreparedNode> => {
  const node = await fetchNode(platform, cache, join(work, 'node', platform.name));
  await stripNode(platform, node.executable);
  return {platform, ...node};
};
