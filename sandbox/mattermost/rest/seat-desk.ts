import type {IncomingMessage, ServerResponse} from 'node:http';
import {sessionCookies} from './browser-session.js';
import type {DeskParts, Outcome} from './desk.js';
import {cookiesOf, type Seat} from './seat.js';
import {sendFile} from './send-file.js';

/** What lies below a seat: the page and its files, the REST API, and the plugin's routes. */
export function createSeatDesk({sessions, rest, page, pluginFile}: DeskParts) {
  return async (seat: Seat, request: IncomingMessage, response: ServerResponse): Promise<Outcome> => {
    const path = seat.target.split('?')[0] ?? '/';
    const isPage = path === '/' || path.startsWith('/plug/');
    if (isPage) response.setHeader('Set-Cookie', cookiesOf(seat, sessions));
    const file = page.get(isPage ? '/' : path) ?? (await pluginFile(path));
    if (file !== undefined) {
      sendFile(request, response, file);
      return 'answered';
    }
    delete request.headers['mattermost-user-id'];
    request.url = seat.target;
    if (path.startsWith('/api/v4/')) {
      const userId = seat.mayChange ? seat.userId : undefined;
      rest(request, response, {userId, seatPath: `/as/${seat.username}`});
      return 'answered';
    }
    if (leavesSeat(request, seat)) {
      response.setHeader('Set-Cookie', sessionCookies(seat.userId, '/', sessions));
      response.writeHead(302, {Location: seat.target}).end();
      return 'answered';
    }
    // The plugin's own routes: it is told who is asking only if that is certain.
    request.headers.authorization = seat.mayChange ? sessions.headersOf(seat.userId).Authorization : '';
    return 'not-mine';
  };
}

/**
 * A page of the plugin that is opened as such, in a window or a tab. It may lead to Zoom, which leads back to an
 * address below the Site URL; so the person goes on outside of their seat, where they are signed in from now on.
 */
const leavesSeat = ({method, headers}: IncomingMessage, {isSignedIn, target}: Seat): boolean =>
  isSignedIn &&
  method === 'GET' &&
  headers['sec-fetch-dest'] === 'document' &&
  target.startsWith('/plugins/');
