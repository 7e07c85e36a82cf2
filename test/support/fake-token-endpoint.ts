import type {ZoomTokens} from '../../server/core/domain/grant.js';
import {SecretText} from '../../server/core/domain/secret-text.js';
import {zoomTrouble} from '../../server/core/ports/port-error.js';
import type {TokenEndpoint} from '../../server/outbound/zoom/auth/token-endpoint.js';

const HOUR_MS = 3_600_000;

/** Zoom's token endpoint in memory: each refresh kills the pair before it, each consent all pairs before it. */
export interface FakeTokenEndpoint extends Pick<TokenEndpoint, 'refresh' | 'revoke' | 'prove'> {
  /** The Zoom user consents (anew). */
  consent(zoomUserId: string): ZoomTokens;
  /** They take it back in Zoom, or it is revoked. */
  takeBack(zoomUserId: string): void;
  /** The access token that counts; `undefined`: none does. */
  alive(zoomUserId: string): string | undefined;
  /** The refresh tokens that were sent, in order, whatever came of them. */
  readonly refreshes: readonly string[];
  /** While it is here, a refresh waits for it and fails with what it gives, before Zoom has looked at anything. */
  fault: (() => Promise<Error | undefined>) | undefined;
}

export function createFakeTokenEndpoint(clock: {now(): number}): FakeTokenEndpoint {
  const current = new Map<string, ZoomTokens>();
  const refreshes: string[] = [];
  let issued = 0;
  const issue = (zoomUserId: string): ZoomTokens => {
    issued += 1;
    const tokens = {
      access: new SecretText(`access-${issued}`),
      refresh: new SecretText(`refresh-${issued}`),
      goodUntil: clock.now() + HOUR_MS,
      scopes: ['user:read:user'],
    };
    current.set(zoomUserId, tokens);
    return tokens;
  };
  const ownerBy = (name: 'access' | 'refresh', token: SecretText): string | undefined =>
    [...current].find(([, tokens]) => tokens[name].reveal() === token.reveal())?.[0];
  const endpoint: FakeTokenEndpoint = {
    fault: undefined,
    refreshes,
    consent: issue,
    takeBack: (zoomUserId) => void current.delete(zoomUserId),
    alive: (zoomUserId) => current.get(zoomUserId)?.access.reveal(),
    async refresh(token) {
      refreshes.push(token.reveal());
      const failure = await endpoint.fault?.();
      if (failure !== undefined) throw failure;
      const owner = ownerBy('refresh', token);
      if (owner === undefined) throw zoomTrouble({kind: 'unauthorized', because: 'revoked'});
      return issue(owner);
    },
    async revoke(token) {
      const owner = ownerBy('access', token);
      if (owner !== undefined) current.delete(owner);
    },
    prove: async () => undefined,
  };
  return endpoint;
}
