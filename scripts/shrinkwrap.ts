import {readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {projectRoot} from './project-root.js';
import {type Lock, productionLock} from './shrinkwrap/production-lock.js';

/**
 * `tsx scripts/shrinkwrap.ts` writes the lock file that npm packs and those who install the service follow;
 * `… --remove` takes it away again: npm would take it for the project's own.
 */
const file = join(projectRoot, 'npm-shrinkwrap.json');

if (process.argv.includes('--remove')) {
  await rm(file, {force: true});
} else {
  const lock = JSON.parse(await readFile(join(projectRoot, 'package-lock.json'), 'utf8')) as Lock;
  await writeFile(file, `${JSON.stringify(productionLock(lock), undefined, 2)}\n`);
}
