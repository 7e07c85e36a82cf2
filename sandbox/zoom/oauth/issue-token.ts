import type {Answer} from '../api/answer.js';
import type {ApiCall} from '../api/api-call.js';
import {refusals} from '../api/refusals.js';
import {checkClient} from './check-client.js';
import {exchangeCode} from './exchange-code.js';
import {type GrantType, isGrantType} from './grant-types.js';
import {LIFETIME_SECONDS, type TokenBody} from './issue-pair.js';
import {refresh} from './refresh.js';

const GRANTS: {[Grant in GrantType]: (call: ApiCall) => TokenBody} = {
  account_credentials: (call) => {
    const {account} = call.state;
    if (account.appType !== 'server_to_server') throw refusals.oauth.unsupportedGrant();
    if (call.form.get('account_id') !== account.id) throw refusals.oauth.wrongAccount();
    return issueToApp(call, {isUseless: false});
  },
  // The wrong grant is answered with a token too; only the first use of it fails.
  client_credentials: (call) => issueToApp(call, {isUseless: true}),
  authorization_code: exchangeCode,
  refresh_token: refresh,
};

/** https://developers.zoom.us/docs/internal-apps/s2s-oauth/ and https://developers.zoom.us/docs/integrations/oauth/ */
export function issueToken(call: ApiCall): Answer {
  checkClient(call);
  const grant = call.form.get('grant_type') ?? '';
  if (!isGrantType(grant)) throw refusals.oauth.unsupportedGrant();
  const answer = {status: 200, body: GRANTS[grant](call)};
  call.state.changed();
  return answer;
}

function issueToApp({state, url}: ApiCall, {isUseless}: {isUseless: boolean}): TokenBody {
  const {account, ids, clock, tokens} = state;
  const token = ids.secret();
  const {scopes} = account;
  const expiresAt = clock.now() + LIFETIME_SECONDS * 1000;
  tokens.set(token, {expiresAt, scopes, isUseless, consentId: undefined});
  return {
    access_token: token,
    token_type: 'bearer',
    expires_in: LIFETIME_SECONDS,
    scope: scopes.join(' '),
    api_url: url,
  };
}
