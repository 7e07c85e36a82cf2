import type {ApiCall} from '../api/api-call.js';
import {refusals} from '../api/refusals.js';
import {stands} from '../state/consents.js';
import {issuePair, type TokenBody} from './issue-pair.js';
import {requireGrantor} from './require-grantor.js';

/** The next pair of tokens. The refresh token that was brought is dead then, or soon. */
export function refresh({state, url, form}: ApiCall): TokenBody {
  const {account, clock, consents, refreshTokens} = state;
  const now = clock.now();
  if (account.appType === 'server_to_server') throw refusals.oauth.unsupportedGrant();
  const issued = refreshTokens.get(form.get('refresh_token') ?? '');
  const consent = consents.find(({id}) => id === issued?.consentId);
  if (issued === undefined || consent === undefined) throw refusals.oauth.invalidToken();
  requireGrantor(state, consent);
  if (!stands(consent)) throw refusals.oauth.revoked();
  const isOver = issued.exchangedAt !== undefined && now >= issued.exchangedAt + account.refreshGraceMs;
  if (isOver || now >= issued.expiresAt) throw refusals.oauth.invalidToken();
  issued.exchangedAt ??= now;
  return issuePair(state, url, consent);
}
