import {createReadStream, existsSync} from 'node:fs';
import {resolve} from 'node:path';
import type {Readable} from 'node:stream';
import {fileURLToPath} from 'node:url';
import {buildPlugin} from '../scripts/build-plugin.js';
import {createSandbox} from './sandbox.js';
import {createScreen} from './terminal/screen.js';
import {runTerminal} from './terminal/terminal.js';

const USAGE = `Usage:
  npm start                    try the plugin in this terminal
  npm start -- --script FILE   carry out the lines of a file; the same with lines that are piped in`;

const BUILD = fileURLToPath(new URL('../build/sandbox', import.meta.url));

/** Where the lines come from; `name` is what they are called when one of them fails. */
interface Source {
  input: Readable;
  name: string;
  isInteractive: boolean;
}

/** A sentence instead, when the arguments make no sense. */
function openSource([option, file, ...others]: readonly string[]): Source | string {
  if (option === undefined)
    return {input: process.stdin, name: 'The input', isInteractive: process.stdin.isTTY === true};
  if (option !== '--script' || file === undefined || others.length > 0) return USAGE;
  // npm changes to the project's folder; the name was typed in another, perhaps.
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  return existsSync(path)
    ? {input: createReadStream(path), name: file, isInteractive: false}
    : `There is no file ${path}.`;
}

/** Ctrl-C, or whoever ends the process otherwise. */
function interruption(): {interrupted: Promise<'interrupted'>; interrupt: () => void} {
  let interrupt = (): void => undefined;
  const interrupted = new Promise<'interrupted'>((settle) => {
    interrupt = () => settle('interrupted');
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  return {interrupted, interrupt};
}

/** @returns the exit status */
async function main(): Promise<number> {
  const source = openSource(process.argv.slice(2));
  if (typeof source === 'string') {
    console.error(source);
    return 2;
  }
  const {interrupted, interrupt} = interruption();
  const {stdout} = process;
  // Whoever read it has gone, as `head` does.
  stdout.on('error', interrupt);
  const hasColour = stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  const screen = createScreen((text) => stdout.write(text), hasColour);
  if (source.isInteractive) screen.line(screen.dim('Building the plugin and starting it …'));
  const {folder} = await buildPlugin({outDir: BUILD});
  const sandbox = await createSandbox({pluginDir: folder});
  try {
    const end = await Promise.race([interrupted, runTerminal({sandbox, screen, ...source, interrupt})]);
    if (end === 'interrupted') return 130;
    if (end === undefined) return 0;
    console.error(`${source.name}: line ${end} could not be carried out.`);
    return 1;
  } finally {
    await sandbox.close();
  }
}

// What was interrupted may still wait for something that will never come.
process.exit(await main());
