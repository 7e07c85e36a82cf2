import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import {FOLDERS} from '../../scripts/inspect/projects.js';
import {projectRoot} from '../../scripts/project-root.js';

it('npm run inspect sees the projects that npm run types checks', () => {
  const {scripts} = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: {types: string};
  };
  const checked = scripts.types.split(' && ').map((line) => / -p (.*)$/.exec(line)?.[1] ?? '.');
  expect(checked).toEqual(FOLDERS);
});
