import {createWriteStream} from 'node:fs';
import {readdir, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {createGzip} from 'node:zlib';
import {pack, type Pack} from 'tar-stream';

/** Paths below a folder, `/`-separated, each folder (with a slash at its end) before what is in it. */
const listFolder = async (folder: string, prefix: string): Promise<string[]> => {
  const entries = await readdir(folder, {withFileTypes: true});
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const lists = await Promise.all(
    sorted.map(async (entry) =>
      entry.isDirectory()
        ? [
            `${prefix}${entry.name}/`,
            ...(await listFolder(join(folder, entry.name), `${prefix}${entry.name}/`)),
          ]
        : [`${prefix}${entry.name}`],
    ),
  );
  return lists.flat();
};

const addFile = (archive: Pack, name: string, mode: number, mtime: Date, content: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    const entry = archive.entry({name, mode, mtime, size: content.length}, (error) => {
      if (error) {
        reject(error);
      } else {
        resolve();
      }
    });
    entry.end(content);
  });

const addEntries = async (archive: Pack, folder: string, topFolder: string, mtime: Date): Promise<void> => {
  for (const name of [`${topFolder}/`, ...(await listFolder(folder, `${topFolder}/`))]) {
    if (name.endsWith('/')) {
      archive.entry({name, type: 'directory', mode: 0o755, mtime});
    } else {
      const path = join(folder, name.slice(topFolder.length + 1));
      const executable = ((await stat(path)).mode & 0o100) !== 0;
      await addFile(archive, name, executable ? 0o755 : 0o644, mtime, await readFile(path));
    }
  }
  archive.finalize();
};

/**
 * Packs a folder into a `.tar.gz` that depends on nothing but names, contents and the owner's right to
 * execute: sorted, folders before their files (the server creates them in this order), one time for all,
 * owned by root, no time in the gzip header.
 *
 * @param topFolder - the name of the one folder inside the archive
 * @param level - gzip's, from 1 (fast) to 9 (small)
 */
export const writeArchive = async (
  folder: string,
  topFolder: string,
  outfile: string,
  mtime: Date,
  level = 9,
): Promise<void> => {
  const archive = pack();
  await Promise.all([
    addEntries(archive, folder, topFolder, mtime),
    pipeline(archive, createGzip({level}), createWriteStream(outfile)),
  ]);
};
