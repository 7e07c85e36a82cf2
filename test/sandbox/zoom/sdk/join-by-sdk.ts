import {SignJWT} from 'jose';
import type {ZoomSimulator} from '../../../../sandbox/zoom/zoom-simulator.js';

/** A signature as the product makes it, with what is given changed. `now`: ms since the epoch. */
export function sign(
  {account}: ZoomSimulator,
  {now, number, secret = account.sdkClientSecret, claims = {}, algorithm = 'HS256'}: SignOptions,
): Promise<string> {
  const iat = Math.floor(now / 1000) - 30;
  const exp = iat + 7_200;
  const all = {appKey: account.sdkClientId, mn: String(number), role: 0, iat, exp, tokenExp: exp, ...claims};
  return new SignJWT(all).setProtectedHeader({alg: algorithm}).sign(Buffer.from(secret));
}

interface SignOptions {
  now: number;
  number: number;
  secret?: string;
  claims?: Record<string, unknown>;
  algorithm?: string;
}

/** What the SDK in a browser posts to Zoom. */
export async function postJoin({url}: ZoomSimulator, body: unknown): Promise<JoinAnswer> {
  const response = await fetch(`${url}/sdk/join`, {
    method: 'POST',
    headers: {Origin: 'https://join.example.org'},
    body: JSON.stringify(body),
  });
  return (await response.json()) as JoinAnswer;
}

interface JoinAnswer {
  session?: string;
  errorCode?: number;
  errorMessage?: string;
}
