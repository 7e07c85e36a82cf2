import {cp, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {buildWebapp, webappScript} from '../build-webapp.js';
import {projectRoot} from '../project-root.js';
import {type SectionedManifest, withFlatSettings} from './with-flat-settings.js';

/** How plugin.json says what to launch: one file for every system, or one for each. */
export type ManifestServer = {executable: string} | {executables: Record<string, string>};

/**
 * Folders of the repository that belong into the plugin as they are, and where: what is below `public/` Mattermost
 * serves.
 */
export const copiedFolders = [
  {from: 'assets', to: 'assets'},
  {from: 'public', to: 'public'},
  {from: 'webapp/messages/admin', to: 'public/admin-texts'},
  {from: 'webapp/messages/panel', to: 'public/panel-texts'},
] as const;

/**
 * Writes what every build of the plugin shares into an emptied folder: plugin.json, with its `server`
 * replaced by what this build launches, the web app's script and the texts that it fetches, `assets/` and `public/`.
 *
 * @param folder - the plugin's top folder, named after the plugin
 */
export const writePluginFolder = async (folder: string, server: ManifestServer): Promise<void> => {
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  const manifest = JSON.parse(await readFile(join(projectRoot, 'plugin.json'), 'utf8')) as SectionedManifest;
  await writeFile(
    join(folder, 'plugin.json'),
    `${JSON.stringify({...withFlatSettings(manifest), server}, null, 2)}\n`,
  );
  for (const {from, to} of copiedFolders) {
    await cp(join(projectRoot, from), join(folder, to), {recursive: true});
  }
  await buildWebapp(join(folder, webappScript));
};
