import {timingSafeEqual} from 'node:crypto';
import type {IncomingMessage} from 'node:http';
import type {Sessions} from '../sessions.js';
import type {State} from '../state.js';

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
  const cookies = readCookies(request.headers.cookie ?? '');
  const isSignedIn = sessions.userOf(`Bearer ${cookies.get('MMAUTHTOKEN') ?? ''}`) === user.id;
  const isSafe = request.method === 'GET' || request.method === 'HEAD';
  const csrf = String(request.headers['x-csrf-token'] ?? '');
  const mayChange = isSignedIn && (isSafe || isEqual(csrf, sessions.csrfOf(user.id)));
  return {userId: user.id, username, target, isSignedIn, mayChange};
}

/** `Set-Cookie` headers that sign somebody in below their seat. */
export function cookiesOf(seat: Seat, sessions: Sessions): string[] {
  const path = `Path=/as/${seat.username}; SameSite=Lax`;
  const token = sessions.headersOf(seat.userId).Authorization.replace('Bearer ', '');
  return [`MMAUTHTOKEN=${token}; HttpOnly; ${path}`, `MMCSRF=${sessions.csrfOf(seat.userId)}; ${path}`];
}

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
