import type {Answer} from './answer.js';
import type {ApiCall} from './api-call.js';
import {refusals} from './refusals.js';

const LIFETIME_SECONDS = 3600;

/** https://developers.zoom.us/docs/internal-apps/s2s-oauth/ */
export function issueToken({state, url, authorization, form}: ApiCall): Answer {
  const {account, ids, clock, tokens} = state;
  const expected = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString('base64');
  if (authorization !== `Basic ${expected}`) {
    throw refusals.oauth(400, 'invalid_client', 'Invalid client_id or client_secret');
  }
  if (!account.isActivated) throw refusals.oauth(400, 'invalid_client', 'The app has been disabled.');
  const grant = form.get('grant_type');
  const isServerToServer = account.appType === 'server_to_server' && grant === 'account_credentials';
  if (!isServerToServer && grant !== 'client_credentials') {
    throw refusals.oauth(400, 'unsupported_grant_type', 'unsupported grant type');
  }
  if (grant === 'account_credentials' && form.get('account_id') !== account.id) {
    throw refusals.oauth(400, 'invalid_grant', 'Invalid account ID');
  }
  const token = ids.secret();
  // The wrong grant is answered with a token too; only the first use of it fails.
  tokens.set(token, {
    expiresAt: clock.now() + LIFETIME_SECONDS * 1000,
    scopes: account.scopes,
    isUseless: grant === 'client_credentials',
  });
  return {
    status: 200,
    body: {
      access_token: token,
      token_type: 'bearer',
      expires_in: LIFETIME_SECONDS,
      scope: account.scopes.join(' '),
      api_url: url,
    },
  };
}
