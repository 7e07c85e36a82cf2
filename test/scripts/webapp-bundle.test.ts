import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {createReadStream} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buffer} from 'node:stream/consumers';
import {createGunzip} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {extract} from 'tar-stream';
import {makeWebappBundle, readServiceUrl} from '../../scripts/bundle/make-webapp-bundle.js';

const SERVICE = 'https://zoom.example.org';

describe('The web app alone, for a service', () => {
  const files = new Map<string, Buffer>();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'webapp-'));
    const {file} = await makeWebappBundle(folder, SERVICE, '1700000000');
    const archive = createReadStream(file).pipe(createGunzip()).pipe(extract());
    for await (const entry of archive) files.set(entry.header.name, await buffer(entry));
  });
  afterAll(() => rm(folder, {recursive: true}));

  it('is a plugin without a process and without settings', () => {
    const manifest = JSON.parse(files.get('zoom/plugin.json')?.toString() ?? '') as Record<string, unknown>;
    expect(manifest).toMatchObject({id: 'zoom', webapp: {bundle_path: 'webapp/dist/main.js'}});
    expect(manifest).not.toHaveProperty('server');
    // Mattermost 10.11 reads the schema of every plugin that it finds settings of.
    expect(manifest['settings_schema']).toEqual({header: expect.any(String), settings: []});
    expect([...files.keys()].filter((name) => name.startsWith('zoom/server'))).toEqual([]);
    for (const file of ['app-bar-icon.png', 'panel-texts/en.json', 'panel-texts/ja.json'])
      expect(files.has(`zoom/public/${file}`)).toBe(true);
  });

  it('asks the service, and never with the session of the page', async () => {
    const script = files.get('zoom/webapp/dist/main.js')?.toString() ?? '';
    expect(script).toContain(SERVICE);
    expect(script).toContain('credentials:"omit"');
    expect(script).not.toContain('MMAUTHTOKEN');
    expect(await readFile('webapp/dist/main.js', 'utf8').catch(() => '')).not.toContain(SERVICE);
  });

  it('takes an origin, and says so otherwise', () => {
    expect(readServiceUrl('https://zoom.example.org/')).toEqual({origin: SERVICE});
    for (const wrong of ['zoom.example.org', 'ftp://zoom.example.org', `${SERVICE}/plugins`, '']) {
      expect(readServiceUrl(wrong)).toEqual({mistake: expect.stringContaining('without a path')});
    }
  });
});
