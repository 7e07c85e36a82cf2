import {copyFile, link, mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {writePluginFolder} from '../build-plugin/write-plugin-folder.js';
import {projectRoot} from '../project-root.js';
import {executablePath, type Platform} from './platforms.js';

/** What goes into a bundle's folder. */
export interface StageInput {
  /** The plugin's folder to write. */
  readonly folder: string;
  readonly platforms: readonly Platform[];
  /** Holds `<platform>/` for each platform, with the executable and its libraries. */
  readonly binaries: string;
  /** Files of the top folder that were made for this bundle: name → text. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Writes a plugin folder as a Mattermost server unpacks it, ready to be launched or packed. */
export const stageBundle = async ({folder, platforms, binaries, texts}: StageInput): Promise<void> => {
  const executables = Object.fromEntries(
    platforms.map((platform) => [platform.name, executablePath(platform)]),
  );
  await writePluginFolder(folder, {executables});
  await copyFile(join(projectRoot, 'LICENSE.txt'), join(folder, 'LICENSE.txt'));
  for (const [name, text] of Object.entries(texts)) {
    await writeFile(join(folder, name), text);
  }
  for (const platform of platforms) {
    const executable = executablePath(platform);
    await mkdir(dirname(join(folder, executable)), {recursive: true});
    const files = [`plugin-${platform.name}`, ...platform.libraries.map(({file}) => file)];
    for (const file of files) {
      await link(join(binaries, platform.name, file), join(folder, dirname(executable), file));
    }
  }
};
