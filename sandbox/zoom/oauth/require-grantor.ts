import {refusals} from '../api/refusals.js';
import type {SimulatorState} from '../state/create-state.js';
import type {Consent} from '../state/records.js';

/** Whose consent it is may still give it. Throws the refusal. */
export function requireGrantor({users, account}: SimulatorState, {userId}: Consent): void {
  if (!users.some(({id}) => id === userId)) throw refusals.oauth.ownerGone();
  if (!account.isPreApproved) throw refusals.oauth.disabledByAdmin();
}
