import {readFile} from 'node:fs/promises';
import {extname, join} from 'node:path';
import type {PageFile} from './page.js';

const TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** The plugin's script below `/static/plugins/<id>/`, and its public files, as Mattermost serves them. */
export function createPluginFiles(pluginDir: string, id: string) {
  const places: readonly (readonly [string, string])[] = [
    [`/static/plugins/${id}/`, 'webapp/dist'],
    [`/plugins/${id}/public/`, 'public'],
  ];
  return async (path: string): Promise<PageFile | undefined> => {
    const [prefix = '', folder = ''] = places.find(([start]) => path.startsWith(start)) ?? [];
    const name = path.slice(prefix.length);
    if (prefix === '' || !/^([\w-]+\/)*[\w-]+\.\w+$/.test(name)) return undefined;
    const body = await readFile(join(pluginDir, folder, name)).catch(() => undefined);
    return body && {type: TYPES[extname(name)] ?? 'application/octet-stream', body};
  };
}
