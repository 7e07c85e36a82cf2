import type {Answer} from '../api/answer.js';
import type {ApiCall} from '../api/api-call.js';
import {revokeConsents} from '../state/consents.js';
import {checkClient} from './check-client.js';

/**
 * Ends what the owner of an access token has allowed, and all tokens with it. For a token that is none the answer is
 * the same (RFC 7009, section 2.2): it works no more.
 */
export function revokeToken(call: ApiCall): Answer {
  checkClient(call);
  const {state, form} = call;
  const issued = state.tokens.get(form.get('token') ?? '');
  const consent = state.consents.find(({id}) => id === issued?.consentId);
  if (consent?.status === 'connected') revokeConsents(state, consent.userId);
  return {status: 200, body: {status: 'success'}};
}
