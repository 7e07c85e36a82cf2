import type {Refusal} from './event.js';
import type {Halt, HaltAction} from './halt.js';
import type {FormError, WaitFor} from './state.js';

export type AfterRefusal =
  {kind: 'wait'; waitsFor: WaitFor} | {kind: 'ask'; field: FormError['field']} | {kind: 'halt'; halt: Halt};

const WAITS: ReadonlyMap<string, WaitFor> = new Map([
  ['not_begun', 'host'],
  ['rate_limited', 'crowd'],
  ['zoom_unavailable', 'server'],
  ['store_unavailable', 'server'],
  ['chat_unavailable', 'server'],
  ['failed', 'server'],
]);

const ASKS: ReadonlyMap<string, FormError['field']> = new Map([
  ['bad_request', 'name'],
  ['email_needed', 'email'],
]);

const ACTIONS: ReadonlyMap<string, readonly HaltAction[]> = new Map([
  ['pass_unknown', []],
  ['pass_expired', []],
  ['pass_revoked', []],
  ['no_access', []],
  ['ended', []],
  ['sign_in_first', []],
  ['registration_first', []],
  ['other_account', ['zoom']],
  ['zoom_refused', ['retry']],
  ['not_connected', ['retry']],
  ['not_configured', ['retry']],
]);

/** What the page does when the server says no. The codes are a ProblemCode's; a newer server may know more. */
export function afterRefusal({code, message, signInUrl, registrationUrl}: Refusal): AfterRefusal {
  const waitsFor = WAITS.get(code);
  if (waitsFor !== undefined) return {kind: 'wait', waitsFor};
  const field = ASKS.get(code);
  if (field !== undefined) return {kind: 'ask', field};
  const halt: Halt = {words: message, actions: ACTIONS.get(code) ?? ['retry']};
  const link = linkOf(signInUrl, registrationUrl);
  return {kind: 'halt', halt: link === undefined ? halt : {...halt, link}};
}

function linkOf(signInUrl: string | undefined, registrationUrl: string | undefined): Halt['link'] {
  if (signInUrl !== undefined) return {to: 'signIn', url: signInUrl};
  return registrationUrl === undefined ? undefined : {to: 'register', url: registrationUrl};
}
