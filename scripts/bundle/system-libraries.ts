import {copyFile, readFile, realpath} from 'node:fs/promises';
import {join} from 'node:path';
import type {BundledPackage} from './bundled-package.js';
import type {Platform} from './platforms.js';
import {runTool} from './run-tool.js';

/**
 * Puts the C++ run-time libraries beside the executable, as files under the names by which the loader
 * asks for them: the server's unpacker drops symbolic links.
 */
export const copySystemLibraries = async (platform: Platform, folder: string): Promise<void> => {
  for (const {file} of platform.libraries) {
    await copyFile(await realpath(join(platform.libraryFolder, file)), join(folder, file));
  }
};

/**
 * The Debian packages that those libraries come from. Debian's copyright file of a package holds the
 * GCC Runtime Library Exception, which allows shipping them with anything; it refers to the GPL's text.
 */
export const findSystemLibraries = async (
  platforms: readonly Platform[],
): Promise<readonly BundledPackage[]> => {
  const licence = await readFile('/usr/share/common-licenses/GPL-3', 'utf8');
  const names = platforms.flatMap(({libraries}) => libraries.map(({debianPackage}) => debianPackage));
  return Promise.all(
    names.map(async (name) => {
      const version = (await runTool('dpkg-query', ['--show', '--showformat=${Version}', name])).trim();
      return {
        name,
        version,
        licence: 'GPL-3.0-or-later WITH GCC-exception-3.1',
        texts: [await readFile(`/usr/share/doc/${name}/copyright`, 'utf8'), licence],
        purl: `pkg:deb/debian/${name}@${encodeURIComponent(version)}`,
      };
    }),
  );
};
