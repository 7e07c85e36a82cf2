import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {buildPlugin, type BuiltPlugin} from '../../scripts/build-plugin.js';
import {type SectionedManifest, withFlatSettings} from '../../scripts/build-plugin/with-flat-settings.js';
import {executablePath, platforms} from '../../scripts/bundle/platforms.js';
import {projectRoot} from '../../scripts/project-root.js';

const execute = promisify(execFile);

const source = `
import greeting from './greeting.json' with {type: 'json'};
console.log(greeting.text, import.meta.url);
void import('./late.js').then(({say}) => say());
console.log('not yet');
`;

const readJson = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;

describe('the script build', () => {
  let folder: string;
  let built: BuiltPlugin;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'build-plugin-'));
    await writeFile(join(folder, 'main.ts'), source);
    await writeFile(join(folder, 'greeting.json'), '{"text": "hello"}');
    await writeFile(
      join(folder, 'late.ts'),
      `console.log('late'); export const say = () => console.log('said');`,
    );
    built = await buildPlugin({outDir: join(folder, 'out'), entry: join(folder, 'main.ts')});
  });

  afterAll(() => rm(folder, {recursive: true, force: true}));

  it('is one file that runs by itself, knows its address, and loads late what is imported late', async () => {
    await rm(join(folder, 'greeting.json'));
    const {stdout} = await execute(built.executable);
    expect(stdout).toBe(`hello ${pathToFileURL(built.executable).href}\nnot yet\nlate\nsaid\n`);
    expect((await stat(built.executable)).mode & 0o777).toBe(0o755);
  });

  it('is a plugin folder whose manifest launches the script', async () => {
    const manifest = await readJson(join(built.folder, 'plugin.json'));
    const original = (await readJson(join(projectRoot, 'plugin.json'))) as unknown as SectionedManifest;
    const server = {executable: 'server/dist/plugin.cjs'};
    expect(manifest).toEqual({...withFlatSettings(original), server});
    expect(built.folder).toBe(join(folder, 'out/zoom'));
    await stat(join(built.folder, 'assets/icon.svg'));
    await stat(join(built.folder, 'public/app-bar-icon.png'));
  });

  it('has the texts of the set-up page where Mattermost serves them', async () => {
    expect(await readJson(join(built.folder, 'public/admin-texts/de.json'))).toEqual(
      await readJson(join(projectRoot, 'webapp/messages/admin/de.json')),
    );
  });
});

describe('plugin.json', () => {
  it('names the executables where the bundle puts them', async () => {
    const {server} = await readJson(join(projectRoot, 'plugin.json'));
    const executables = Object.fromEntries(platforms.map((entry) => [entry.name, executablePath(entry)]));
    expect(server).toEqual({executables});
  });
});
