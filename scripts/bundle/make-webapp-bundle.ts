import {copyFile, cp, mkdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {copiedFolders} from '../build-plugin/write-plugin-folder.js';
import {buildWebapp, webappScript} from '../build-webapp.js';
import {projectRoot} from '../project-root.js';
import type {MadeFile} from './make-bundles.js';
import {sourceDate} from './source-date.js';
import {writeArchive} from './write-archive.js';
import {readUrl} from '../../contract/read-url.js';

/**
 * Makes the plugin's web app alone, whose buttons ask a service beside Mattermost: no executable, and no settings,
 * since a service has its own. It needs no tools on the machine.
 *
 * @param serviceUrl - origin of the service, as browsers reach it
 */
export const makeWebappBundle = async (
  outDir: string,
  serviceUrl: string,
  epoch: string | undefined,
): Promise<MadeFile> => {
  const folder = join(projectRoot, 'build/bundle-webapp/zoom');
  await rm(folder, {recursive: true, force: true});
  await Promise.all([outDir, folder].map((path) => mkdir(path, {recursive: true})));
  const manifest = JSON.parse(await readFile(join(projectRoot, 'plugin.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const {server: _server, ...webOnly} = manifest;
  // Without a schema Mattermost 10.11 fails to show a configuration in which an earlier plugin of this id has settings.
  const settings_schema = {header: 'The settings are those of the service.', settings: []};
  await writeFile(join(folder, 'plugin.json'), `${JSON.stringify({...webOnly, settings_schema}, null, 2)}\n`);
  for (const {from, to} of copiedFolders)
    await cp(join(projectRoot, from), join(folder, to), {recursive: true});
  await copyFile(join(projectRoot, 'LICENSE.txt'), join(folder, 'LICENSE.txt'));
  await buildWebapp(join(folder, webappScript), serviceUrl);
  const file = join(outDir, `zoom-${String(manifest['version'])}-webapp.tar.gz`);
  await writeArchive(folder, 'zoom', file, await sourceDate(epoch));
  return {file, bytes: (await stat(file)).size};
};

/** The origin that an address names, or a sentence if it is not an origin. */
export function readServiceUrl(text: string): {origin: string} | {mistake: string} {
  const url = readUrl(text);
  const isOrigin =
    url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
  return isOrigin
    ? {origin: url.origin}
    : {
        mistake:
          '--service-url takes the address of the service without a path, for example https://zoom.example.org',
      };
}
