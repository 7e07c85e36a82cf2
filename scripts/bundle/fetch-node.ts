import {createHash} from 'node:crypto';
import {createReadStream, existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {buffer} from 'node:stream/consumers';
import {createGunzip} from 'node:zlib';
import {extract} from 'tar-stream';
import {BundleError} from './bundle-error.js';
import {nodeVersion, type Platform} from './platforms.js';
import {runTool} from './run-tool.js';

/** Node as its makers publish it: absolute paths. */
export interface FetchedNode {
  readonly executable: string;
  /** Node's licence with those of everything built into it. */
  readonly licence: string;
}

const wanted: Record<string, {key: keyof FetchedNode; mode: number}> = {
  'package/bin/node': {key: 'executable', mode: 0o755},
  'package/LICENSE': {key: 'licence', mode: 0o644},
};

const checkIntegrity = async (file: string, expected: string): Promise<void> => {
  const found = `sha512-${createHash('sha512')
    .update(await readFile(file))
    .digest('base64')}`;
  if (found !== expected) {
    throw new BundleError({kind: 'node-changed', file: basename(file), expected, found});
  }
};

const unpack = async (archive: string, folder: string): Promise<FetchedNode> => {
  const found: Partial<Record<keyof FetchedNode, string>> = {};
  const entries = extract();
  const unpacking = pipeline(createReadStream(archive), createGunzip(), entries);
  for await (const entry of entries) {
    const file = wanted[entry.header.name];
    if (file === undefined) {
      entry.resume();
      continue;
    }
    const path = join(folder, basename(entry.header.name));
    await writeFile(path, await buffer(entry), {mode: file.mode});
    found[file.key] = path;
  }
  await unpacking;
  return found as FetchedNode;
};

/**
 * Brings Node's official binary for a platform from the npm registry, once for each version, and
 * accepts it only with the recorded hash.
 *
 * @param cache - folder that keeps the package between runs
 * @param folder - receives the unpacked files
 * @throws BundleError `node-changed`
 */
export const fetchNode = async (platform: Platform, cache: string, folder: string): Promise<FetchedNode> => {
  await Promise.all([cache, folder].map((path) => mkdir(path, {recursive: true})));
  const archive = join(cache, `${platform.node.package}-${nodeVersion}.tgz`);
  if (!existsSync(archive)) {
    const name = `${platform.node.package}@${nodeVersion}`;
    await runTool('npm', ['pack', name, '--silent', '--pack-destination', cache]);
  }
  await checkIntegrity(archive, platform.node.integrity);
  return unpack(archive, folder);
};
