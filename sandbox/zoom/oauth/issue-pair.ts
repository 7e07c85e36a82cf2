import type {SimulatorState} from '../state/create-state.js';
import type {Consent} from '../state/records.js';

export const LIFETIME_SECONDS = 3600;
const REFRESH_LIFETIME_MS = 90 * 86_400_000;

/** What the token endpoint answers. */
export interface TokenBody {
  access_token: string;
  token_type: 'bearer';
  /** Only where a person has consented. */
  refresh_token?: string;
  expires_in: number;
  scope: string;
  api_url: string;
}

/** A new pair in the name of the person who consented. Tokens that there are stay as they are. */
export function issuePair(state: SimulatorState, url: string, consent: Consent): TokenBody {
  const {ids, clock, tokens, refreshTokens} = state;
  const {id: consentId, scopes} = consent;
  const [access, refresh] = [ids.secret(), ids.secret()];
  const now = clock.now();
  tokens.set(access, {expiresAt: now + LIFETIME_SECONDS * 1000, scopes, isUseless: false, consentId});
  refreshTokens.set(refresh, {expiresAt: now + REFRESH_LIFETIME_MS, consentId, exchangedAt: undefined});
  return {
    access_token: access,
    token_type: 'bearer',
    refresh_token: refresh,
    expires_in: LIFETIME_SECONDS,
    scope: scopes.join(' '),
    api_url: url,
  };
}
