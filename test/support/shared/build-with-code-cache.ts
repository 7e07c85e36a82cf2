import {chmod, mkdir, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {serverScriptOptions} from '../../../scripts/build-plugin/server-script-options.js';

/**
 * Builds a program that the tests start hundreds of times: as one file with its packages inside, whose compiled form
 * the first process that ends well leaves to those after it. That saves most of the CPU time of a start.
 *
 * @param entry - the program's source
 * @param program - receives the code, and the compiled form beside it: a folder that nobody copies meanwhile
 * @param outfile - what is started, wherever it is copied to; `.cjs`
 */
export async function buildWithCodeCache(entry: string, program: string, outfile: string): Promise<string> {
  const starter = fileURLToPath(new URL('./run-with-code-cache.ts', import.meta.url));
  const built = await build({
    ...serverScriptOptions(entry),
    write: false,
    // As Node wraps a module.
    banner: {js: '(function (exports, require, module, __filename, __dirname) {'},
    footer: {js: '})'},
    // The first is compiled for the machine; the other is asked for by pg, which does without.
    external: ['better-sqlite3', 'pg-native'],
    // A script of node:vm has no `import()`.
    supported: {'dynamic-import': false},
  });
  await mkdir(dirname(program), {recursive: true});
  await writeFile(program, inAscii(built.outputFiles[0]?.text ?? ''));
  await build({
    entryPoints: [starter],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: {PROGRAM: JSON.stringify(program)},
    banner: {js: '#!/usr/bin/env node'},
  });
  await chmod(outfile, 0o755);
  return outfile;
}

/**
 * The same code in characters of one byte, which is read in half the time: what is left of others stands in regular
 * expressions and comments.
 */
const inAscii = (code: string): string =>
  code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
