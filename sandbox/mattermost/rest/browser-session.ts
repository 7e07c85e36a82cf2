import {timingSafeEqual} from 'node:crypto';
import type {IncomingMessage} from 'node:http';
import {CSRF_COOKIE, readCookie, SESSION_COOKIE} from '../cookies.js';
import type {Sessions} from '../sessions.js';

/** The session that a browser's cookies prove. */
export interface BrowserSession {
  userId: string;
  /** The request may change something: it carries what Mattermost's CSRF check asks for. */
  mayChange: boolean;
}

/** `undefined`: nobody is signed in in that browser. */
export function browserSessionOf(request: IncomingMessage, sessions: Sessions): BrowserSession | undefined {
  const token = readCookie(request.headers.cookie ?? '', SESSION_COOKIE);
  const userId = sessions.userOf(`Bearer ${token}`);
  if (userId === undefined) return undefined;
  const csrf = String(request.headers['x-csrf-token'] ?? '');
  return {userId, mayChange: request.method === 'GET' || isEqual(csrf, sessions.csrfOf(userId))};
}

/** `Set-Cookie` headers that sign a browser in below a path. */
export function sessionCookies(userId: string, path: string, sessions: Sessions): string[] {
  const attributes = `Path=${path}; SameSite=Lax`;
  const token = sessions.headersOf(userId).Authorization.replace('Bearer ', '');
  return [
    `${SESSION_COOKIE}=${token}; HttpOnly; ${attributes}`,
    `${CSRF_COOKIE}=${sessions.csrfOf(userId)}; ${attributes}`,
  ];
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
