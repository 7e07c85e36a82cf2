import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {changeFile} from './mutate/change-file.js';
import {GUARDED_FILES} from './mutate/guarded-files.js';
import {mutationPage} from './mutate/mutation-page.js';
import {projectRoot} from './project-root.js';

/** Changes the code that guards secrets, a little at a time, and writes down how much of it the tests notice. */
const words = process.argv.slice(2);
const page = join(projectRoot, 'docs/mutation.md');
const files = GUARDED_FILES.filter(({path}) => words.every((word) => path.includes(word)));
if (files.length === 0) throw new Error(`No guarded file has ${words.join(' and ')} in its path`);
process.chdir(projectRoot);
for (const file of files) {
  const {unnoticed, hung, ...figures} = await changeFile(file);
  console.log(
    `${file.path}: ${figures.noticed} of ${figures.changes} changes were noticed (${hung} never ended)`,
  );
  for (const change of unnoticed) console.log(`  ${change}`);
  // After each file: a run that is broken off has found out something, too.
  const former = existsSync(page) ? readFileSync(page, 'utf8') : '';
  writeFileSync(page, mutationPage(former, GUARDED_FILES, new Map([[file.path, figures]])));
}
