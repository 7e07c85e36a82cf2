import {cp, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

interface Manifest {
  id: string;
  min_server_version?: string;
}

/**
 * Copies a plugin into a server's folder of plugins, as an upload does, and returns its id. A server older than
 * the plugin asks for would refuse it, so the copy asks for no more than `serverVersion`.
 */
export async function installPlugin(
  from: string,
  pluginsDir: string,
  serverVersion: string,
): Promise<string> {
  const manifest = JSON.parse(await readFile(join(from, 'plugin.json'), 'utf8')) as Manifest;
  const dir = join(pluginsDir, manifest.id);
  await cp(from, dir, {recursive: true});
  if (isOlder(serverVersion, manifest.min_server_version ?? serverVersion)) {
    const lowered = {...manifest, min_server_version: serverVersion};
    await writeFile(join(dir, 'plugin.json'), JSON.stringify(lowered));
  }
  return manifest.id;
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', {numeric: true}) < 0;
}
