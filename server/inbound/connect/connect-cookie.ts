import type {Request, Response} from 'express';
import {ROUTES_PATH} from '../../../contract/routes.js';
import {ATTEMPT_LIVES_MS} from '../../core/domain/connect-attempt.js';
import {CONNECT_PATH} from '../../core/domain/site.js';
import type {Random} from '../../core/ports/random.js';

const NAME = 'zoom_connect';
const NONCE = /^[A-Za-z0-9_-]{43}$/;
/** The folder in which people begin and come back. */
const FOLDER = CONNECT_PATH.slice(0, CONNECT_PATH.lastIndexOf('/'));

/** What only the browser knows that began; `undefined`: it has nothing of ours. */
export function readNonce(request: Request): string | undefined {
  const cookies = (request.get('Cookie') ?? '').split(';').map((cookie) => cookie.trim());
  const ours = cookies.find((cookie) => cookie.startsWith(`${NAME}=`));
  const nonce = ours?.slice(NAME.length + 1) ?? '';
  return NONCE.test(nonce) ? nonce : undefined;
}

/** Of the browser as it was, where it has begun before: two windows of it are one browser. */
export const nonceFor = (request: Request, random: Random): string =>
  readNonce(request) ?? Buffer.from(random.bytes(32)).toString('base64url');

/** It comes back from Zoom, which is another site, and no script sees it. */
export function giveNonce(response: Response, nonce: string, publicUrl: string): void {
  const {protocol, pathname} = new URL(publicUrl);
  response.cookie(NAME, nonce, {
    httpOnly: true,
    sameSite: 'lax',
    secure: protocol === 'https:',
    path: `${pathname.replace(/\/$/, '')}${ROUTES_PATH}${FOLDER}`,
    maxAge: ATTEMPT_LIVES_MS,
  });
}
