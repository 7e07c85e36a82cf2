import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../scripts/project-root.js';
import {type Lock, productionLock} from '../../scripts/shrinkwrap/production-lock.js';

const read = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(projectRoot, name), 'utf8')) as Record<string, unknown>;
const ofProject = async (): Promise<Lock> =>
  productionLock((await read('package-lock.json')) as unknown as Lock);

describe('P-02 the versions that the packed service is installed with', () => {
  it('are those of the lock file, with their hashes, and nothing of the development', async () => {
    const {packages} = await ofProject();
    const {dependencies, optionalDependencies, devDependencies} = (await read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const {'': own, ...others} = packages;
    expect(own).toMatchObject({dependencies, optionalDependencies});
    for (const name of Object.keys({...dependencies, ...optionalDependencies})) {
      expect(others[`node_modules/${name}`]?.version).toMatch(/^\d+\.\d+\.\d+/);
    }
    for (const name of Object.keys(devDependencies ?? {}))
      expect(others[`node_modules/${name}`]).toBeUndefined();
    for (const {version, integrity} of Object.values(others)) {
      expect([version, integrity]).toEqual([expect.any(String), expect.stringMatching(/^sha512-/)]);
    }
    expect(JSON.stringify(packages)).not.toMatch(/"(resolved|dev|devOptional)"|https?:\/\/[^"]*\.tgz/);
  });

  it('are in the package', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pack-'));
    const put = async (name: string, text: string): Promise<void> => {
      await mkdir(dirname(join(folder, name)), {recursive: true});
      await writeFile(join(folder, name), text);
    };
    await put('package.json', JSON.stringify(await read('package.json')));
    await put('npm-shrinkwrap.json', JSON.stringify(await ofProject()));
    await put('dist/zoom-mattermost.mjs', '');
    const {stdout} = await promisify(execFile)('npm', ['pack', '--ignore-scripts', '--dry-run', '--json'], {
      cwd: folder,
    });
    const [packed] = JSON.parse(stdout) as {files: {path: string}[]}[];
    expect(packed?.files.map(({path}) => path).sort()).toEqual([
      'dist/zoom-mattermost.mjs',
      'npm-shrinkwrap.json',
      'package.json',
    ]);
    await rm(folder, {recursive: true});
  });

  it('are found where Node finds them: beside a package before beside those around it', () => {
    const lock = productionLock({
      ...{name: 'x', version: '1.0.0', lockfileVersion: 3},
      packages: {
        '': {dependencies: {a: '1', '@s/b': '1'}, devDependencies: {d: '1'}},
        'node_modules/a': {
          version: '1.0.0',
          dependencies: {c: '1'},
          peerDependencies: {d: '1'},
          peerDependenciesMeta: {d: {optional: true}},
        },
        'node_modules/@s/b': {version: '1.0.0', dependencies: {c: '2'}, optionalDependencies: {gone: '1'}},
        'node_modules/@s/b/node_modules/c': {version: '2.0.0', dependencies: {e: '1'}},
        'node_modules/c': {version: '1.0.0', resolved: 'somewhere'},
        'node_modules/d': {version: '1.0.0', dev: true},
        'node_modules/e': {version: '1.0.0', devOptional: true},
      },
    });
    expect(Object.keys(lock.packages)).toEqual([
      '',
      'node_modules/@s/b',
      'node_modules/@s/b/node_modules/c',
      'node_modules/a',
      'node_modules/c',
      'node_modules/e',
    ]);
    expect(lock.packages['node_modules/c']).toEqual({version: '1.0.0'});
  });
});
