import type {SimulatorState} from '../state/create-state.js';
import type {Mistake} from './mistakes.js';

/** What an app asks a browser to bring to Zoom. */
export interface AuthorizeRequest {
  redirectUri: string;
  state: string | undefined;
  codeChallenge: string | undefined;
}

/** Reads and checks the query. Until the redirect address is known to be the app's, nobody is sent anywhere. */
export function readAuthorizeRequest(
  {account}: SimulatorState,
  query: URLSearchParams,
): {request: AuthorizeRequest} | {mistake: Mistake} {
  const clientId = query.get('client_id') ?? '';
  const redirectUri = query.get('redirect_uri') ?? '';
  const codeChallenge = query.get('code_challenge') ?? undefined;
  if (clientId !== account.clientId) return {mistake: {kind: 'unknown-client', clientId}};
  if (account.appType === 'server_to_server') return {mistake: {kind: 'no-authorisation'}};
  if (!account.isActivated) return {mistake: {kind: 'disabled-app'}};
  if (!account.redirectUris.includes(redirectUri)) return {mistake: {kind: 'unknown-redirect', redirectUri}};
  if (query.get('response_type') !== 'code') return {mistake: {kind: 'unknown-response-type'}};
  if (codeChallenge !== undefined && query.get('code_challenge_method') !== 'S256') {
    return {mistake: {kind: 'unknown-challenge-method'}};
  }
  return {request: {redirectUri, codeChallenge, state: query.get('state') ?? undefined}};
}
