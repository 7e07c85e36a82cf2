import {jwtVerify} from 'jose';
import type {SimulatorState} from '../state/create-state.js';
import {stands} from '../state/consents.js';
import type {SimulatedUser} from '../state/records.js';
import {refusals} from './refusals.js';

/** A token of a JWT app that lives longer than this was signed with milliseconds for seconds. */
const LONGEST_JWT_SECONDS = 7 * 86_400;

/** Who calls, and what they may do. */
export interface Caller {
  /** `undefined`: a JWT app, which may do everything. */
  scopes: readonly string[] | undefined;
  /** Whose people and meetings these are. */
  accountId: string;
  /** In whose name; `undefined`: in that of the app alone. */
  user: SimulatedUser | undefined;
}

/** Whose things a call may touch: everybody's in the account, or the caller's own. */
export type Reach = 'account' | 'self';

/** Reads the bearer token. Throws the refusal. */
export async function authenticate(
  state: SimulatorState,
  authorization: string | undefined,
): Promise<Caller> {
  const token = /^Bearer ([!-~]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw refusals.noToken();
  return token.split('.').length === 3 ? readJwt(state, token) : readIssuedToken(state, token);
}

function readIssuedToken(state: SimulatorState, token: string): Caller {
  const {tokens, clock, account} = state;
  const issued = tokens.get(token);
  if (issued === undefined) throw refusals.noToken();
  if (issued.isUseless) throw refusals.wrongGrant();
  if (clock.now() >= issued.expiresAt) throw refusals.expiredToken();
  const {scopes, consentId} = issued;
  if (consentId === undefined) return {scopes, accountId: account.id, user: undefined};
  const consent = state.consents.find(({id}) => id === consentId);
  const user = state.users.find(({id}) => id === consent?.userId);
  if (consent === undefined || !stands(consent) || user === undefined) throw refusals.noToken();
  return {scopes, accountId: user.accountId, user};
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
  return {scopes: undefined, accountId: account.id, user: undefined};
}

/**
 * How far a caller reaches who has one of the scopes, any of which is enough; throws the refusal without one. In the
 * name of a person, only a scope for admins reaches further than that person.
 */
export function requireScope({scopes, user}: Caller, wanted: readonly string[]): Reach {
  if (scopes === undefined) return 'account';
  const held = wanted.filter((scope) => scopes.includes(scope));
  if (held.length === 0) throw refusals.missingScopes(wanted);
  return user === undefined || held.some(isForAdmins) ? 'account' : 'self';
}

export const isForAdmins = (scope: string): boolean => scope.endsWith(':admin');
