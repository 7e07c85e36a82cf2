import {jwtVerify} from 'jose';
import type {SimulatorState} from '../state/create-state.js';
import {refusals} from './refusals.js';

/** A token of a JWT app that lives longer than this was signed with milliseconds for seconds. */
const LONGEST_JWT_SECONDS = 7 * 86_400;

/** Who calls, and what they may do. `undefined` scopes: a JWT app, which may do everything. */
export interface Caller {
  scopes: readonly string[] | undefined;
}

/** Reads the bearer token. Throws the refusal. */
export async function authenticate(
  state: SimulatorState,
  authorization: string | undefined,
): Promise<Caller> {
  const token = /^Bearer ([!-~]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw refusals.noToken();
  return token.split('.').length === 3 ? readJwt(state, token) : readIssuedToken(state, token);
}

function readIssuedToken({tokens, clock}: SimulatorState, token: string): Caller {
  const issued = tokens.get(token);
  if (issued === undefined) throw refusals.noToken();
  if (issued.isUseless) throw refusals.wrongGrant();
  if (clock.now() >= issued.expiresAt) throw refusals.expiredToken();
  return {scopes: issued.scopes};
}

async function readJwt({account, clock}: SimulatorState, token: string): Promise<Caller> {
  if (!account.acceptsJwt) throw refusals.jwtIsOver();
  const verified = await jwtVerify(token, new TextEncoder().encode(account.apiSecret), {
    algorithms: ['HS256'],
    issuer: account.apiKey,
    requiredClaims: ['exp'],
    currentDate: new Date(clock.now()),
  }).catch(() => undefined);
  const expiry = verified?.payload.exp;
  if (expiry === undefined || expiry > clock.now() / 1000 + LONGEST_JWT_SECONDS) throw refusals.noToken();
  return {scopes: undefined};
}

/** Throws the refusal unless the caller has one of the scopes, any of which is enough. */
export function requireScope(caller: Caller, scopes: readonly string[]): void {
  if (caller.scopes !== undefined && !scopes.some((scope) => caller.scopes?.includes(scope))) {
    throw refusals.missingScopes(scopes);
  }
}
