import {createHash} from 'node:crypto';
import type {ApiCall} from '../api/api-call.js';
import {refusals} from '../api/refusals.js';
import {connect, stands} from '../state/consents.js';
import type {IssuedCode, SimulatorState} from '../state/create-state.js';
import type {Consent} from '../state/records.js';
import {issuePair, type TokenBody} from './issue-pair.js';
import {requireGrantor} from './require-grantor.js';

/** RFC 7636, section 4.1. */
const VERIFIER = /^[\w.~-]{43,128}$/;

/** The first tokens, for the code that the browser brought. */
export function exchangeCode({state, url, form}: ApiCall): TokenBody {
  const {account, clock} = state;
  if (account.appType === 'server_to_server') throw refusals.oauth.unsupportedGrant();
  const code = takeCode(state, form.get('code') ?? '');
  if (clock.now() >= code.expiresAt) throw refusals.oauth.expiredCode();
  if (form.get('redirect_uri') !== code.redirectUri) throw refusals.oauth.wrongRedirect();
  if (!fits(form.get('code_verifier'), code.codeChallenge)) throw refusals.oauth.invalidCode();
  requireGrantor(state, code.consent);
  connect(state, code.consent);
  return issuePair(state, url, code.consent);
}

/** A code is good for one attempt, whatever comes of it. */
function takeCode({codes, consents}: SimulatorState, code: string): IssuedCode & {consent: Consent} {
  const issued = codes.get(code);
  codes.delete(code);
  const consent = consents.find(({id}) => id === issued?.consentId);
  if (issued === undefined || consent === undefined || !stands(consent)) throw refusals.oauth.invalidCode();
  return {...issued, consent};
}

/** A verifier for a code that was asked for without a challenge is no better than one that is missing. */
function fits(verifier: string | null, challenge: string | undefined): boolean {
  if (verifier === null || challenge === undefined) return verifier === null && challenge === undefined;
  return VERIFIER.test(verifier) && createHash('sha256').update(verifier).digest('base64url') === challenge;
}
