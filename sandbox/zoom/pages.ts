import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import type {Express, RequestHandler} from 'express';
import type {SimulatorState} from './state/create-state.js';

/** A file of the folder `page`. */
export const readPageSource = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`./page/${name}`, import.meta.url)), 'utf8');

const scriptFile = fileURLToPath(new URL('./page/page.ts', import.meta.url));

/** The page's script. */
async function buildScript(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [scriptFile],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'chrome120',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * The simulator as a page of its own, below `/simulator/`. Links to join, start and register lead to the same page,
 * which then shows that one meeting: in the real Zoom they lead to the client, or to a form.
 */
export function mountPages(app: Express, {meetings, webinars}: SimulatorState): void {
  const page: RequestHandler = async (_request, response) => {
    response.type('html').send(await readPageSource('simulator-page.html'));
  };
  // Most simulators are never looked at: with the first look, and once.
  let built: Promise<string> | undefined;
  const script: RequestHandler = async (_request, response) => {
    response.type('text/javascript').send(await (built ??= buildScript()));
  };
  app.get(
    ['simulator', 'j', 's', 'w'].map((place) => `/${place}/page.js`),
    script,
  );
  app.get(['/simulator/', '/j/:number', '/s/:number', '/w/:number'], page);
  app.get(['/meeting/register/:token', '/webinar/register/:token'], (request, response) => {
    const {token} = request.params;
    const found = [...meetings, ...webinars].find(({registrationToken}) => registrationToken === token);
    if (found === undefined) response.status(404).end();
    else response.redirect(302, `/j/${found.number}`);
  });
}
