import {createReadStream, existsSync, fstatSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {Readable} from 'node:stream';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {buildService} from '../scripts/build-service.js';
import {buildPlugin} from '../scripts/build-plugin.js';
import {buildWebapp} from '../scripts/build-webapp.js';
import {buildPage} from './browser/build-page.js';
import {openBrowser} from './browser/open-browser.js';
import {createSandbox} from './sandbox.js';
import {createServiceSandbox} from './service/service-sandbox.js';
import {createScreen} from './terminal/screen.js';
import {runTerminal} from './terminal/terminal.js';

const USAGE = `Usage:
  npm start                    try the plugin in your browser
  npm start -- --port N        the same on a port of your choice
  npm start -- --standalone    try the service beside Mattermost instead (also with --port N);
                               with --web-app the web app is installed, too, for its buttons
  npm start -- --terminal      try it in this terminal
  npm start -- --script FILE   carry out the lines of a file; the same with lines that are piped in`;

const BUILD = fileURLToPath(new URL('../build/sandbox', import.meta.url));

/** What to run. Lines come from somewhere; `name` is what they are called when one of them fails. */
type Mode =
  | {kind: 'browser'; port: number; carrier: 'plugin' | 'service'; hasWebApp: boolean}
  | {kind: 'lines'; input: Readable; name: string; isInteractive: boolean};

const HIGHEST_PORT = 65_535;

/** A sentence instead, when the arguments make no sense. */
function readMode(args: string[]): Mode | string {
  const options = readOptions(args);
  if (options === undefined) return USAGE;
  const {standalone = false, terminal = false, port, script, 'web-app': webApp = false} = options;
  const browser = {kind: 'browser', carrier: standalone ? 'service' : 'plugin', hasWebApp: webApp} as const;
  if (webApp && !standalone) return USAGE;
  const isTerminal = process.stdin.isTTY === true;
  const typed = {kind: 'lines', input: process.stdin, name: 'The input', isInteractive: isTerminal} as const;
  if (terminal || script !== undefined) {
    if (standalone || port !== undefined || (terminal && script !== undefined)) return USAGE;
    return script === undefined ? typed : fromFile(script);
  }
  if (port === undefined) {
    const isBrowser = standalone || isTerminal || !hasPipedInput();
    return isBrowser ? {...browser, port: 0} : typed;
  }
  const number = Number(port);
  return Number.isInteger(number) && number > 0 && number <= HIGHEST_PORT
    ? {...browser, port: number}
    : `${port} is no port: give a number from 1 to ${HIGHEST_PORT}.`;
}

function readOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        standalone: {type: 'boolean'},
        'web-app': {type: 'boolean'},
        terminal: {type: 'boolean'},
        port: {type: 'string'},
        script: {type: 'string'},
      },
    }).values;
  } catch {
    return undefined;
  }
}

function fromFile(name: string): Mode | string {
  // npm changes to the project's folder; the name was typed in another, perhaps.
  const path = resolve(process.env['INIT_CWD'] ?? '.', name);
  return existsSync(path)
    ? {kind: 'lines', input: createReadStream(path), name, isInteractive: false}
    : `There is no file ${path}.`;
}

/** A pipe or a file; started without any input (by a service, say) there are no lines to wait for. */
function hasPipedInput(): boolean {
  const input = fstatSync(0);
  return input.isFIFO() || input.isFile() || input.isSocket();
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
  const mode = readMode(process.argv.slice(2));
  if (typeof mode === 'string') {
    console.error(mode);
    return 2;
  }
  const {interrupted, interrupt} = interruption();
  return mode.kind === 'browser' ? showInBrowser(mode, interrupted) : runLines(mode, interrupted, interrupt);
}

const openPlugin = async (port: number): Promise<Shown> => {
  const {folder} = await buildPlugin({outDir: BUILD});
  return createSandbox({pluginDir: folder, buildPage, port});
};
const openService = async (port: number, hasWebApp: boolean): Promise<Shown> =>
  createServiceSandbox({
    script: await buildService(`${BUILD}/zoom-mattermost.mjs`),
    port,
    buildPage: async ({zoomUrl, serviceUrl}) => {
      const webApp = hasWebApp ? {webApp: await buildWebAppFor(serviceUrl)} : {};
      return buildPage({zoomUrl, carrier: 'service', ...webApp});
    },
  });

async function buildWebAppFor(serviceUrl: string): Promise<string> {
  const script = `${BUILD}/web-app-alone.js`;
  await buildWebapp(script, serviceUrl);
  return readFile(script, 'utf8');
}

/** Both sandboxes as the browser mode needs them. */
interface Shown {
  mattermost: {siteUrl: string};
  close(): Promise<void>;
}

async function showInBrowser(
  {port, carrier, hasWebApp}: Mode & {kind: 'browser'},
  interrupted: Promise<'interrupted'>,
): Promise<number> {
  console.log(`Building the ${carrier} and starting it …`);
  const opening = carrier === 'service' ? openService(port, hasWebApp) : openPlugin(port);
  const sandbox = await opening.catch((error: unknown) => {
    if ((error as {code?: string}).code === 'EADDRINUSE') return undefined;
    throw error;
  });
  if (sandbox === undefined) {
    console.error(`Port ${port} is taken. Choose another, or leave --port out.`);
    return 1;
  }
  const address = `${sandbox.mattermost.siteUrl}/`;
  console.log(`
  Zoom for Mattermost is running: a small Mattermost and a simulated Zoom, with the real ${carrier} between them.

    ${address}

  Open it in a browser. Nothing leaves this machine. Ctrl-C ends it.
`);
  if (process.stdout.isTTY === true) openBrowser(address);
  try {
    await interrupted;
    return 0;
  } finally {
    await sandbox.close();
  }
}

async function runLines(
  source: Mode & {kind: 'lines'},
  interrupted: Promise<'interrupted'>,
  interrupt: () => void,
): Promise<number> {
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
