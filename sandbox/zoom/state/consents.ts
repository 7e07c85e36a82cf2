import type {SimulatorState} from './create-state.js';
import type {Consent, SimulatedAccount, SimulatedUser} from './records.js';

/** What the app may do in the name of somebody who consents now. */
export const scopesToConsent = ({appType, scopes}: SimulatedAccount): readonly string[] =>
  appType === 'general_user' ? scopes.map((scope) => scope.replace(/:admin$/, '')) : scopes;

export const stands = ({status}: Consent): boolean => status === 'allowed' || status === 'connected';

/** The consent of this person that is in force. */
export const consentOf = ({consents}: SimulatorState, userId: string): Consent | undefined =>
  consents.findLast((consent) => consent.userId === userId && stands(consent));

export function addConsent(state: SimulatorState, user: SimulatedUser): Consent {
  const consent: Consent = {
    id: state.ids.opaque(),
    userId: user.id,
    accountId: user.accountId,
    scopes: scopesToConsent(state.account),
    at: state.clock.now(),
    status: 'allowed',
  };
  state.consents.push(consent);
  state.changed();
  return consent;
}

/** The app has fetched its tokens. Of those of one person Zoom keeps the last alone. */
export function connect(state: SimulatorState, consent: Consent): void {
  for (const other of state.consents) {
    if (other.userId === consent.userId && other.status === 'connected') other.status = 'superseded';
  }
  consent.status = 'connected';
  state.changed();
}

/** Ends what this person has allowed. Returns whether there was anything. */
export function revokeConsents(state: SimulatorState, userId: string): boolean {
  const standing = state.consents.filter((consent) => consent.userId === userId && stands(consent));
  for (const consent of standing) consent.status = 'revoked';
  state.changed();
  return standing.length > 0;
}
