import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Sessions} from '../sessions.js';
import type {State} from '../state.js';
import type {Rest} from './create-rest.js';
import {cookiesOf, seatOf} from './seat.js';

/** A file of the page: the same bytes for everybody. */
export interface PageFile {
  type: string;
  body: string | Uint8Array;
}

/** The page that people open, by path below their seat; `/` is what they see first. */
export type Page = ReadonlyMap<string, PageFile>;

interface FrontDeskParts {
  state: State;
  sessions: Sessions;
  rest: Rest;
  page: Page;
  /** A file that the plugin offers to everybody, by its path below `/plugins/<id>/public/` or `/static/`. */
  pluginFile: (path: string) => Promise<PageFile | undefined>;
  /** `127.0.0.1:<port>` */
  host: () => string;
}

/** What to do with a request. 'not-mine': it is nobody's, or the plugin's to answer. */
export type FrontDesk = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<'answered' | 'not-mine'>;

export function createFrontDesk({state, sessions, rest, page, pluginFile, host}: FrontDeskParts): FrontDesk {
  return async (request, response) => {
    const seat = seatOf(request, state, sessions);
    if (seat === undefined) {
      if (!/^\/(api\/v4|hooks\/commands)\//.test(request.url ?? ''))
        return redirected(request, response, page);
      rest(request, response, {userId: sessions.userOf(request.headers.authorization), seatPath: ''});
      return 'answered';
    }
    // Another site could make its own name lead here, and then read what it likes.
    if (![host(), host().replace('127.0.0.1', 'localhost')].includes(request.headers.host ?? '')) {
      response.writeHead(403).end();
      return 'answered';
    }
    const path = seat.target.split('?')[0] ?? '/';
    if (path === '/') response.setHeader('Set-Cookie', cookiesOf(seat, sessions));
    const file = page.get(path) ?? (await pluginFile(path));
    if (file !== undefined) {
      response.writeHead(200, {'Content-Type': file.type, 'Cache-Control': 'no-store'}).end(file.body);
      return 'answered';
    }
    delete request.headers['mattermost-user-id'];
    if (path.startsWith('/api/v4/')) {
      request.url = seat.target;
      const userId = seat.mayChange ? seat.userId : undefined;
      rest(request, response, {userId, seatPath: `/as/${seat.username}`});
      return 'answered';
    }
    // The plugin's own routes: it is told who is asking only if that is certain.
    request.url = seat.target;
    request.headers.authorization = seat.mayChange ? sessions.headersOf(seat.userId).Authorization : '';
    return 'not-mine';
  };
}

function redirected(request: IncomingMessage, response: ServerResponse, page: Page): 'answered' | 'not-mine' {
  if (request.url !== '/' || page.size === 0) return 'not-mine';
  response.writeHead(302, {Location: '/as/ana/'}).end();
  return 'answered';
}
