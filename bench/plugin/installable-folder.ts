import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {readdir, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {buildPlugin} from '../../scripts/build-plugin.js';
import {projectRoot} from '../../scripts/project-root.js';

/**
 * The product plugin below `scratch`: what people install, where `npm run bundle` has made it from the present
 * source and this machine can run it, else a script build.
 */
export async function installableFolder(scratch: string, note: (sentence: string) => void): Promise<string> {
  const archive = await bundlePath();
  const why = await reasonAgainst(archive);
  if (why !== undefined) {
    note(`Measured is a script build on Node ${process.versions.node}: ${why}.`);
    return (await buildPlugin({outDir: scratch})).folder;
  }
  note(`Measured is the executable of ${archive}.`);
  await promisify(execFile)('tar', ['-xzf', archive, '-C', scratch]);
  return join(scratch, 'zoom');
}

async function bundlePath(): Promise<string> {
  const manifest = await readFile(join(projectRoot, 'plugin.json'), 'utf8');
  const {version} = JSON.parse(manifest) as {version: string};
  return join(projectRoot, 'dist', `zoom-${version}-linux-amd64.tar.gz`);
}

async function reasonAgainst(archive: string): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the bundle is for Linux';
  if (!existsSync(archive)) return 'npm run bundle has made nothing yet';
  const {mtimeMs} = await stat(archive);
  return mtimeMs < (await newestSource()) ? 'the bundle is older than the source' : undefined;
}

/** When the server's source was last changed, in milliseconds since 1970. */
async function newestSource(): Promise<number> {
  const entries = await readdir(join(projectRoot, 'server'), {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile());
  const times = await Promise.all(
    files.map(async ({parentPath, name}) => (await stat(join(parentPath, name))).mtimeMs),
  );
  return Math.max(...times);
}
