import {ESLint} from 'eslint';
import {projectRoot} from '../project-root.js';
import type {Project} from './projects.js';

/** What `eslint .` would print, by the types that the projects know already; empty where all is well. */
export async function findLint(projects: readonly Project[]): Promise<string> {
  const eslint = new ESLint({
    cwd: projectRoot,
    // The last that fits a file counts, as with the nearest tsconfig.json.
    overrideConfig: projects.map(({folder, program}) => ({
      files: [folder === '.' ? '**/*.{ts,tsx}' : `${folder}/**/*.{ts,tsx}`],
      languageOptions: {parserOptions: {projectService: false, programs: [program]}},
    })),
  });
  const formatter = await eslint.loadFormatter();
  return formatter.format(await eslint.lintFiles('.'));
}
