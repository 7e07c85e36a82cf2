import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {projectRoot} from '../../scripts/project-root.js';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
  /** Project files that it imports, types included. */
  imports: readonly string[];
  /** Packages that it imports, Node's own excepted. */
  packages: readonly string[];
}

const SPECIFIER = /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

/** Every TypeScript file below the folders. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), {recursive: true, encoding: 'utf8'})
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('dist/'))
      .map((name) => readSource(join(folder, name))),
  );
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(projectRoot, path), 'utf8');
  const specifiers = [...text.matchAll(SPECIFIER)].map(([, from, dynamic]) => from ?? dynamic ?? '');
  return {
    path,
    text,
    imports: specifiers
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => sourceOf(relative('.', join(dirname(path), specifier)))),
    packages: specifiers.filter((specifier) => !/^(\.|node:)/.test(specifier)),
  };
}

/** `x.js`, as it is imported, is `x.ts` or `x.tsx`. */
function sourceOf(path: string): string {
  const component = path.replace(/\.js$/, '.tsx');
  return existsSync(join(projectRoot, component)) ? component : path.replace(/\.js$/, '.ts');
}
