import type {IncomingMessage} from 'node:http';
import type {Sessions} from '../sessions.js';
import type {State} from '../state.js';
import {browserSessionOf, sessionCookies} from './browser-session.js';

/**
 * A browser window in which somebody is signed in. All of it is below `/as/<user name>/`, just as Mattermost may be
 * below a path of its host. So two windows of one browser can belong to two people, each with their own cookie.
 */
export interface Seat {
  userId: string;
  username: string;
  /** What follows the seat's own path, with the query. */
  target: string;
  /** The session cookie came along. */
  isSignedIn: boolean;
  /** …and the request may change something: it carries what Mattermost's CSRF check asks for. */
  mayChange: boolean;
}

const SEAT = /^\/as\/([a-z0-9._-]+)(\/[^]*)?$/;

/** `undefined`: the request is not below a seat, or nobody has that name. */
export function seatOf(request: IncomingMessage, state: State, sessions: Sessions): Seat | undefined {
  const [, username = '', target = '/'] = SEAT.exec(request.url ?? '') ?? [];
  const user = [...state.users.values()].find((known) => known.username === username && !known.is_bot);
  if (user === undefined) return undefined;
  const session = browserSessionOf(request, sessions);
  const isSignedIn = session?.userId === user.id;
  return {userId: user.id, username, target, isSignedIn, mayChange: isSignedIn && session.mayChange};
}

/** `Set-Cookie` headers that sign somebody in below their seat. */
export const cookiesOf = ({userId, username}: Seat, sessions: Sessions): string[] =>
  sessionCookies(userId, `/as/${username}`, sessions);
