import type {IncomingMessage} from 'node:http';
import {browserSessionOf} from './browser-session.js';
import type {Desk, DeskParts} from './desk.js';
import {sendFile} from './send-file.js';
import {createSignIn} from './sign-in.js';

interface RootDeskParts extends DeskParts {
  /** The request came to a name of this server. */
  isHere: (request: IncomingMessage) => boolean;
}

/**
 * What lies outside of all seats: addresses that are made of the Site URL alone, such as links in messages and the one
 * to which Zoom leads back. A browser has one session here, as on a real server.
 */
export function createRootDesk({state, sessions, rest, page, pluginFile, isHere}: RootDeskParts): Desk {
  const signIn = createSignIn(state, sessions);
  return async (request, response) => {
    const {url = '/', headers} = request;
    if (/^\/(api\/v4|hooks\/commands)\//.test(url)) {
      rest(request, response, {userId: sessions.userOf(headers.authorization), seatPath: ''});
      return 'answered';
    }
    const [path = '/'] = url.split('?');
    const file = await pluginFile(path);
    if (file !== undefined) {
      sendFile(request, response, file);
      return 'answered';
    }
    if (headers.authorization !== undefined || !isHere(request)) return 'not-mine';
    if (path === '/login') {
      signIn(request, response);
      return 'answered';
    }
    const session = browserSessionOf(request, sessions);
    const seat = page.size > 0 ? seatFor(url, state.users.get(session?.userId ?? '')?.username) : undefined;
    if (seat !== undefined) {
      response.writeHead(302, {Location: seat}).end();
      return 'answered';
    }
    // What remains is the plugin's: it is told who is asking only if that is certain.
    if (session?.mayChange === true) headers.authorization = sessions.headersOf(session.userId).Authorization;
    return 'not-mine';
  };
}

/** Where the page for this address is: in the seat of whoever is signed in. Where nobody is, Ana's is shown first. */
function seatFor(url: string, username: string | undefined): string | undefined {
  if (url === '/') return `/as/${username ?? 'ana'}/`;
  if (!url.startsWith('/plug/')) return undefined;
  return username === undefined
    ? `/login?${new URLSearchParams({redirect_to: url}).toString()}`
    : `/as/${username}${url}`;
}
