import {createReadStream, existsSync, fstatSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {Readable} from 'node:stream';
import {fileURLToPath} from 'node:url';
import {openBrowser} from './browser/open-browser.js';
import type {Connection} from './connection.js';
import type {Sandbox} from './sandbox.js';
import {type Mode, readMode, USAGE} from './read-mode.js';
import {createScreen} from './terminal/screen.js';

// What builds and runs is loaded once it is known what to run: a mistake in the arguments is told at once.

const BUILD = fileURLToPath(new URL('../build/sandbox', import.meta.url));

/** A pipe or a file. Without any input (started by a service, say), there are no lines to wait for. */
function hasPipedInput(): boolean {
  const input = fstatSync(0);
  return input.isFIFO() || input.isFile() || input.isSocket();
}

/** Ctrl-C, or another signal that ends the process. */
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
  const isTerminal = process.stdin.isTTY === true;
  const mode = readMode(process.argv.slice(2), {isTerminal, hasPipedInput});
  if (typeof mode === 'string') {
    console.error(mode);
    return 2;
  }
  if (mode.kind === 'help') {
    console.log(USAGE);
    return 0;
  }
  const {interrupted, interrupt} = interruption();
  if (mode.kind === 'browser') return showInBrowser(mode, interrupted);
  if (mode.kind === 'tour') return guide(mode, interrupted);
  const lines = openLines(mode.script, isTerminal);
  if (typeof lines === 'string') {
    console.error(lines);
    return 2;
  }
  return runLines(lines, mode.connection, {interrupted, interrupt});
}

/** Where lines come from; `name` is what it is called when one of them fails. */
interface Lines {
  input: Readable;
  name: string;
  isInteractive: boolean;
}

/** A sentence instead, when the file is not there. */
function openLines(script: string | undefined, isTerminal: boolean): Lines | string {
  if (script === undefined) return {input: process.stdin, name: 'The input', isInteractive: isTerminal};
  // npm changes to the project's folder, but the name may have been typed in another one.
  const path = resolve(process.env['INIT_CWD'] ?? '.', script);
  return existsSync(path)
    ? {input: createReadStream(path), name: script, isInteractive: false}
    : `There is no file ${path}.`;
}

type Browsed = Mode & {kind: 'browser'};

/** @returns its folder */
async function buildPlugin(): Promise<string> {
  const scripts = await import('../scripts/build-plugin.js');
  return (await scripts.buildPlugin({outDir: BUILD})).folder;
}

const openPlugin = async ({port, connection}: Pick<Browsed, 'port' | 'connection'>): Promise<Sandbox> => {
  const [pluginDir, {createSandbox}, {buildPage}] = await Promise.all([
    buildPlugin(),
    import('./sandbox.js'),
    import('./browser/build-page.js'),
  ]);
  return createSandbox({pluginDir, buildPage, port, connection, hasPlans: true, hasEventSite: true});
};

async function openService({port, hasWebApp, connection}: Browsed): Promise<Shown> {
  const [{buildService}, {createServiceSandbox}, {buildPage}] = await Promise.all([
    import('../scripts/build-service.js'),
    import('./service/service-sandbox.js'),
    import('./browser/build-page.js'),
  ]);
  return createServiceSandbox({
    script: await buildService(`${BUILD}/zoom-mattermost.mjs`),
    port,
    connection,
    hasPlans: true,
    hasEventSite: true,
    buildPage: async ({zoomUrl, serviceUrl, eventSite}) => {
      const webApp = hasWebApp ? {webApp: await buildWebAppFor(serviceUrl)} : {};
      return buildPage({zoomUrl, eventSite, carrier: 'service', ...webApp});
    },
  });
}

async function buildWebAppFor(serviceUrl: string): Promise<string> {
  const {buildWebapp} = await import('../scripts/build-webapp.js');
  const script = `${BUILD}/web-app-alone.js`;
  await buildWebapp(script, serviceUrl);
  return readFile(script, 'utf8');
}

/** Both sandboxes as the browser mode needs them. */
interface Shown {
  mattermost: {siteUrl: string};
  eventSite: string | undefined;
  close(): Promise<void>;
}

async function showInBrowser(mode: Browsed, interrupted: Promise<'interrupted'>): Promise<number> {
  const {port, carrier} = mode;
  console.log(`Building the ${carrier} and starting it …`);
  const sandbox = await unlessTaken(port, carrier === 'service' ? openService(mode) : openPlugin(mode));
  if (sandbox === undefined) return 1;
  const address = `${sandbox.mattermost.siteUrl}/`;
  console.log(`
  Zoom for Mattermost is running: a small Mattermost and a simulated Zoom, with the real ${carrier} between them.

    ${address}

  Open it in a browser. Nothing leaves this machine. Ctrl-C ends it.

  Beside it, an event site that shows a meeting in a frame. Type /zoom stream-url in the chat for what it needs:

    ${sandbox.eventSite}/
`);
  if (process.stdout.isTTY === true) openBrowser(address);
  try {
    await interrupted;
    return 0;
  } finally {
    await sandbox.close();
  }
}

async function guide(mode: Mode & {kind: 'tour'}, interrupted: Promise<'interrupted'>): Promise<number> {
  console.log('Building the plugin and starting it …');
  const sandbox = await unlessTaken(mode.port, openPlugin(mode));
  if (sandbox === undefined) return 1;
  const {showTour} = await import('./tour/show-tour.js');
  try {
    return await showTour(sandbox, {isFast: mode.isFast, interrupted});
  } finally {
    await sandbox.close();
  }
}

/** Says so, and answers `undefined`, where another program has the port. */
const unlessTaken = <Opened>(port: number, opening: Promise<Opened>): Promise<Opened | undefined> =>
  opening.catch((error: unknown) => {
    if ((error as {code?: string}).code !== 'EADDRINUSE') throw error;
    console.error(`Port ${port} is taken. Choose another, or leave --port out.`);
    return undefined;
  });

async function runLines(
  source: Lines,
  connection: Connection,
  {interrupted, interrupt}: ReturnType<typeof interruption>,
): Promise<number> {
  const {stdout} = process;
  // The reader has gone, as `head` does.
  stdout.on('error', interrupt);
  const hasColour = stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  const screen = createScreen((text) => stdout.write(text), hasColour);
  if (source.isInteractive) screen.line(screen.dim('Building the plugin and starting it …'));
  const [pluginDir, {createSandbox}, {runTerminal}] = await Promise.all([
    buildPlugin(),
    import('./sandbox.js'),
    import('./terminal/terminal.js'),
  ]);
  const sandbox = await createSandbox({pluginDir, connection, hasEventSite: true});
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
