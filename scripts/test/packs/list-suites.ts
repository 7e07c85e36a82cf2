import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {projectRoot} from '../../project-root.js';

/** The paths of all suites, from the project's root, with forward slashes, in the order of the alphabet. */
export const listSuites = (): readonly string[] =>
  readdirSync(join(projectRoot, 'test'), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .sort();
