import {findLint} from './inspect/find-lint.js';
import {findTypeErrors} from './inspect/find-type-errors.js';
import {openProjects} from './inspect/projects.js';

/**
 * `npm run inspect`: type errors and lint in one process, which works out the types once. `npm run types` and
 * `eslint .` say the same one by one, in twice the time.
 */
const projects = openProjects();
const found = [findTypeErrors(projects), await findLint(projects)].filter((text) => text !== '');
for (const text of found) console.error(text);
if (found.length > 0) process.exitCode = 1;
