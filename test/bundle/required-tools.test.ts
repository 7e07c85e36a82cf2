import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {BundleError} from '../../scripts/bundle/bundle-error.js';
import {missingTools, requiredTools} from '../../scripts/bundle/required-tools.js';

describe('the tools that a bundle needs', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tools-'));
    for (const name of ['strip', 'patchelf']) {
      await writeFile(join(folder, name), '');
      await chmod(join(folder, name), 0o755);
    }
  });

  afterAll(async () => {
    await rm(folder, {recursive: true, force: true});
  });

  it('are looked for in the search path', () => {
    const missing = missingTools(`/nowhere:${folder}`).map(({path}) => path);
    expect(missing).toContain('aarch64-linux-gnu-strip');
    expect(missing).not.toContain('strip');
    expect(missing).not.toContain('patchelf');
  });

  it('are named with their packages when they are missing', () => {
    const tools = requiredTools.filter(({path}) => path.startsWith('aarch64'));
    expect(new BundleError({kind: 'tools-missing', tools}).message).toBe(
      'aarch64-linux-gnu-strip is missing: apt-get install binutils-aarch64-linux-gnu',
    );
  });

  it('come from Debian packages, each named once', () => {
    const packages = requiredTools.map(({debianPackage}) => debianPackage);
    expect(new Set(packages).size).toBe(packages.length);
    expect(packages).toContain('libstdc++6-arm64-cross');
  });
});
