import {accessSync} from 'node:fs';
import {delimiter, isAbsolute, join} from 'node:path';
import {platforms} from './platforms.js';

/** A command or file of the machine, and the Debian package that brings it. */
export interface RequiredTool {
  /** The name of a command that is looked for in PATH, or the absolute path of a file. */
  readonly path: string;
  readonly debianPackage: string;
}

/** What a bundle is made with beyond Node and npm. */
export const requiredTools: readonly RequiredTool[] = [
  {path: 'strip', debianPackage: 'binutils'},
  {path: 'aarch64-linux-gnu-strip', debianPackage: 'binutils-aarch64-linux-gnu'},
  {path: 'patchelf', debianPackage: 'patchelf'},
  ...platforms.flatMap(({libraryFolder, libraries}) =>
    libraries.map(({file, debianPackage}) => ({path: join(libraryFolder, file), debianPackage})),
  ),
];

const exists = (path: string) => {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
};

/**
 * The tools that this machine lacks.
 *
 * @param searchPath - folders as in the environment's PATH
 */
export const missingTools = (searchPath: string): readonly RequiredTool[] =>
  requiredTools.filter(({path}) =>
    isAbsolute(path)
      ? !exists(path)
      : !searchPath.split(delimiter).some((folder) => exists(join(folder, path))),
  );
