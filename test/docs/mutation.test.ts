import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {GUARDED_FILES} from '../../scripts/mutate/guarded-files.js';
import {figuresIn, mutationPage} from '../../scripts/mutate/mutation-page.js';
import {projectRoot} from '../../scripts/project-root.js';

const page = readFileSync(join(projectRoot, 'docs/mutation.md'), 'utf8');

describe('docs/mutation.md', () => {
  it('is as it was written, with every guarded file, of whose changes at least nine in ten are noticed', () => {
    expect(mutationPage(page, GUARDED_FILES, new Map())).toBe(page);
    const shares = GUARDED_FILES.map(({path}) => {
      const {changes = 0, noticed = 0} = figuresIn(page).get(path) ?? {};
      return [path, changes > 0 && noticed >= 0.9 * changes];
    });
    expect(shares).toEqual(GUARDED_FILES.map(({path}) => [path, true]));
  });

  it('is about files and tests that there are', () => {
    const paths = GUARDED_FILES.flatMap(({path, tests}) => [path, ...tests]);
    expect(paths.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });
});
