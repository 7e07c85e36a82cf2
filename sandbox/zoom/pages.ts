import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {transform} from 'esbuild';
import type {Express, RequestHandler} from 'express';
import type {SimulatorState} from './state/create-state.js';

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
  'plan-form',
  'plans-section',
  'sdk-section',
  'view',
  'webhooks-section',
];

/**
 * The simulator as a page of its own, below `/simulator/`. Links to join, start and register lead to the same page,
 * which then shows that one meeting: in the real Zoom they lead to the client, or to a form.
 */
export function mountPages(app: Express, {meetings, webinars}: SimulatorState): void {
  const page: RequestHandler = async (_request, response) => {
    response.type('html').send(await readPageSource('simulator-page.html'));
  };
  for (const name of SCRIPTS) {
    const script: RequestHandler = async (_request, response) => {
      const {code} = await transform(await readPageSource(`${name}.ts`), {loader: 'ts', target: 'chrome120'});
      response.type('text/javascript').send(code);
    };
    app.get(
      ['simulator', 'j', 's', 'w'].map((place) => `/${place}/${name}.js`),
      script,
    );
  }
  app.get(['/simulator/', '/j/:number', '/s/:number', '/w/:number'], page);
  app.get(['/meeting/register/:token', '/webinar/register/:token'], (request, response) => {
    const {token} = request.params;
    const found = [...meetings, ...webinars].find(({registrationToken}) => registrationToken === token);
    if (found === undefined) response.status(404).end();
    else response.redirect(302, `/j/${found.number}`);
  });
}
