import type {SignedCall} from './api-call.js';
import {isForAdmins} from './authenticate.js';
import {refusals} from './refusals.js';

/** Throws the refusal where the call reaches one person's things alone. */
export function requireAccount({reach, scopes}: SignedCall): void {
  if (reach === 'self') throw refusals.missingScopes(scopes.filter(isForAdmins));
}
