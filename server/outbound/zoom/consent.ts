import type {ZoomTokens} from '../../core/domain/grant.js';
import type {Clock} from '../../core/ports/clock.js';
import {zoomTrouble} from '../../core/ports/port-error.js';
import type {ZoomConsent} from '../../core/ports/zoom-consent.js';
import {findUser, type ZoomUser} from '../../core/ports/zoom/endpoints/find-user.js';
import type {Credentials} from './auth/credentials.js';
import {type TokenEndpoint, unlessDead} from './auth/token-endpoint.js';
import type {Call} from './call-endpoint.js';

interface ConsentDeps {
  endpoint: TokenEndpoint;
  clock: Pick<Clock, 'now'>;
  /** A call as the owner of a token. */
  callWith: (
    credentials: Credentials,
    call: Call<void, ZoomUser>,
    input: undefined,
  ) => Promise<ZoomUser | undefined>;
}

export const createConsent = ({endpoint, clock, callWith}: ConsentDeps): ZoomConsent => ({
  address: (request) => endpoint.consentAddress(request),
  redeem: (answer, signal) => endpoint.redeem(answer, signal),
  async revoke({access, refresh, goodUntil}, signal) {
    // Zoom takes an access token alone, and none that has expired.
    const isExpired = goodUntil <= clock.now();
    const alive = isExpired ? await endpoint.refresh(refresh).catch(unlessDead) : {access};
    if (alive !== undefined) await endpoint.revoke(alive.access, signal);
  },
  async identify(tokens, signal) {
    const call = {name: 'findUser', row: findUser, subject: {kind: 'server'} as const, signal};
    const user = await callWith(credentialsOf(tokens), call, undefined);
    if (user === undefined) throw zoomTrouble({kind: 'refused', code: 0}, {endpoint: 'findUser'});
    return {zoomUserId: user.id, email: user.email, accountId: user.accountId};
  },
});

/** Tokens that are nobody's yet. */
const credentialsOf = ({access, scopes}: ZoomTokens): Credentials => ({
  token: async () => access,
  scopes: async () => scopes,
  discard: () => false,
});
