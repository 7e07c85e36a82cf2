import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {transform} from 'esbuild';
import type {Express, RequestHandler} from 'express';

/** A file of the folder `page`. */
export const readPageSource = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`./page/${name}`, import.meta.url)), 'utf8');

/** The modules of the page's script, each of which the browser asks for by its name. */
const SCRIPTS = [
  'page',
  'account-section',
  'app-section',
  'elements',
  'join-form',
  'meeting-box',
  'people-list',
  'view',
  'webhooks-section',
];

/**
 * The simulator as a page of its own, below `/simulator/`. A join link and a start link lead to the same page, which
 * then shows that one meeting: in the real Zoom they lead to the client.
 */
export function mountPages(app: Express): void {
  const page: RequestHandler = async (_request, response) => {
    response.type('html').send(await readPageSource('simulator-page.html'));
  };
  for (const name of SCRIPTS) {
    const script: RequestHandler = async (_request, response) => {
      const {code} = await transform(await readPageSource(`${name}.ts`), {loader: 'ts', target: 'chrome120'});
      response.type('text/javascript').send(code);
    };
    app.get(
      ['simulator', 'j', 's'].map((place) => `/${place}/${name}.js`),
      script,
    );
  }
  app.get(['/simulator/', '/j/:number', '/s/:number'], page);
}
