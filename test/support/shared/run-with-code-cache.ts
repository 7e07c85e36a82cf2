import {readFileSync, renameSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname} from 'node:path';
import {Script} from 'node:vm';

/** The file of the program; `buildWithCodeCache` fills it in. */
declare const PROGRAM: string;

const CACHE = `${PROGRAM}.cache`;

const readCache = (): Buffer | undefined => {
  try {
    return readFileSync(CACHE);
  } catch {
    return undefined;
  }
};

const cachedData = readCache();
const script = new Script(readFileSync(PROGRAM, 'latin1'), {
  filename: PROGRAM,
  ...(cachedData && {cachedData}),
});

// By its end a process has compiled what a start needs, unless it was only given a command such as `--help`. Of several
// processes, each leaves a whole file.
const hasServed = process.argv.length === 2;
process.on('exit', (status) => {
  if (status !== 0 || !hasServed || cachedData !== undefined) return;
  const own = `${CACHE}.${process.pid}`;
  writeFileSync(own, script.createCachedData());
  renameSync(own, CACHE);
});

const run = script.runInThisContext() as (...scope: unknown[]) => void;
const module = {exports: {}};
run(module.exports, createRequire(PROGRAM), module, PROGRAM, dirname(PROGRAM));
