import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Sessions} from '../sessions.js';
import type {State} from '../state.js';
import type {Rest} from './create-rest.js';
import type {Page, PageFile} from './page.js';

/** What requests are answered with before the plugin is asked. */
export interface DeskParts {
  state: State;
  sessions: Sessions;
  rest: Rest;
  page: Page;
  /** A file that the plugin offers to everybody, by its path below `/plugins/<id>/public/` or `/static/`. */
  pluginFile: (path: string) => Promise<PageFile | undefined>;
}

/** What to do with a request. 'not-mine': it is nobody's, or the plugin's to answer. */
export type Desk = (request: IncomingMessage, response: ServerResponse) => Promise<Outcome>;

export type Outcome = 'answered' | 'not-mine';
