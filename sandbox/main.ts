import {createReadStream, existsSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Readable} from 'node:stream';
import {buildPlugin} from '../scripts/build-plugin.js';
import {createSandbox} from './sandbox.js';
import {createScreen} from './terminal/screen.js';
import {runTerminal} from './terminal/terminal.js';

const USAGE = 'Usage: npm start [-- --script FILE]. Lines can also be piped in.';

/** Where the lines come from; `undefined`: the arguments make no sense. */
function openInput(args: readonly string[]): {input: Readable; isInteractive: boolean} | undefined {
  const [option, file = ''] = args;
  if (option === undefined) return {input: process.stdin, isInteractive: process.stdin.isTTY};
  if (option !== '--script' || !existsSync(file)) return undefined;
  return {input: createReadStream(file), isInteractive: false};
}

async function main(): Promise<number> {
  const opened = openInput(process.argv.slice(2));
  if (opened === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const hasColour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const screen = createScreen((text) => process.stdout.write(text), hasColour);
  const outDir = await mkdtemp(join(tmpdir(), 'zoom-sandbox-'));
  const {folder} = await buildPlugin({outDir});
  const sandbox = await createSandbox({pluginDir: folder});
  try {
    const failed = await runTerminal({sandbox, screen, ...opened});
    if (failed === undefined) return 0;
    process.stderr.write(`Line ${failed} could not be carried out.\n`);
    return 1;
  } finally {
    await sandbox.close();
    await rm(outDir, {recursive: true});
  }
}

process.exitCode = await main();
