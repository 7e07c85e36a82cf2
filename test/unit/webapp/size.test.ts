import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {buildWebapp} from '../../../scripts/build-webapp.js';

const AT_MOST_BYTES = 46_000;

describe('The script for the browser', () => {
  let folder: string;
  let script: string;
  let inputs: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'webapp-size-'));
    const outfile = join(folder, 'main.js');
    inputs = Object.keys((await buildWebapp(outfile)).inputs);
    script = await readFile(outfile, 'utf8');
  });
  afterAll(() => rm(folder, {recursive: true}));

  it('has at most 46 kB gzipped, all languages in it', () => {
    expect(gzipSync(script, {level: 9}).length).toBeLessThanOrEqual(AT_MOST_BYTES);
    for (const word of ['Join', 'Beitreten', 'Unirse', 'Rejoindre', '参加']) expect(script).toContain(word);
  });

  it('carries its style without a blank or a comment too many', () => {
    const style = /:where\(p,ul,ol[^"`]*\}/.exec(script)?.[0] ?? '';
    expect(style.length).toBeGreaterThan(1000);
    expect(style).not.toMatch(/\n|\/\*|[{;:] |\} /);
  });

  it('leaves to a file what only an administrator reads', () => {
    expect(inputs.filter((path) => path.startsWith('webapp/messages/admin/'))).toEqual([]);
  });

  it('holds no React and no package: what it needs comes from the page', () => {
    expect(inputs.filter((path) => path.includes('node_modules'))).toEqual([]);
    expect(script).not.toMatch(/ReactCurrentOwner|react\.(transitional\.)?element|jsx-runtime/);
  });

  it('takes nothing of the server but types', () => {
    expect(inputs.filter((path) => path.startsWith('server/'))).toEqual([]);
  });

  it('sends no text through a place where it would become markup', () => {
    expect(script).not.toMatch(/dangerouslySetInnerHTML|innerHTML|document\.write|\beval\(/);
  });
});
