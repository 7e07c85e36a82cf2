import {type Grant, type GrantOwner, ownerName} from '../../../core/domain/grant.js';
import type {SecretText} from '../../../core/domain/secret-text.js';
import type {TokenWay} from '../../../core/domain/zoom-connection.js';
import type {ZoomSubject} from '../../../core/domain/zoom-subject.js';
import type {Clock} from '../../../core/ports/clock.js';
import {zoomTrouble} from '../../../core/ports/port-error.js';
import type {ZoomGrants} from '../../../core/ports/zoom.js';
import {withDeadline} from '../../../lib/deadline.js';
import type {Credentials} from './credentials.js';
import {createRefreshGrant, goodGrant, notConnected} from './refresh-grant.js';
import type {TokenEndpoint} from './token-endpoint.js';

type Consented = Extract<TokenWay, {kind: 'consented'}>;

/** A token that is about to expire could expire on its way. */
const EXPIRY_MARGIN_MS = 120_000;
/** Zoom's tokens live for an hour, and clocks differ by minutes. What is good for longer was noted by a wrong clock. */
const LONGEST_LIFE_MS = 3_600_000 + 600_000;
/** For the lease of another process, its refresh and ours. */
const REFRESH_LIMIT_MS = 30_000;
/** Zoom refuses a token that has not expired where a consent was taken back: hardly ever. */
const MAX_REFUSED = 1_000;

interface ConsentedDeps extends ZoomGrants {
  endpoint: TokenEndpoint;
  clock: Clock;
}

/** The token of whoever has consented, refreshed before it expires: once, however many ask, on all nodes. */
export function createConsentedCredentials(way: Consented, deps: ConsentedDeps): Credentials {
  const {grants, clock} = deps;
  const refused = createRefusedTokens();
  const isUsable = (grant: Grant): boolean => {
    const left = grant.tokens.goodUntil - clock.now();
    return left > EXPIRY_MARGIN_MS && left <= LONGEST_LIFE_MS && !refused.has(grant);
  };
  const refreshGrant = createRefreshGrant({...deps, isUsable});

  const refreshing = new Map<string, Promise<Grant>>();
  const refresh = (owner: GrantOwner): Promise<Grant> => {
    const name = ownerName(owner);
    const running = refreshing.get(name) ?? refreshGrant(owner).finally(() => refreshing.delete(name));
    refreshing.set(name, running);
    return running;
  };
  const usable = async (subject: ZoomSubject, signal: AbortSignal): Promise<Grant> => {
    const owner = way.ownerOf(subject);
    if (owner === undefined) throw notConnected({kind: 'person', userId: ''}, 'never');
    const grant = await goodGrant(deps, owner);
    if (isUsable(grant)) return grant;
    // The caller stops waiting at its own deadline; the shared refresh goes on.
    return withDeadline(clock, REFRESH_LIMIT_MS, ({orLate}) => orLate(refresh(owner), tooLate), signal);
  };

  return {
    token: async (subject, signal) => (await usable(subject, signal)).tokens.access,
    async scopes(subject, signal) {
      await deps.endpoint.prove(signal);
      const owner = way.ownerOf(subject);
      const state = owner && (await grants.find(owner));
      if (owner === undefined || state?.kind !== 'good') return undefined;
      const {scopes} = (await usable(subject, signal)).tokens;
      return scopes.length === 0 ? undefined : scopes;
    },
    discard(subject, token) {
      const owner = way.ownerOf(subject);
      if (owner !== undefined) refused.add(owner, token);
      return owner !== undefined;
    },
  };
}

/**
 * Those that Zoom did not accept although they had not expired: the last one of an owner. It stays when there is a new
 * token, because a call that had read the row before may still hold it.
 */
function createRefusedTokens() {
  const byOwner = new Map<string, SecretText>();
  return {
    add(owner: GrantOwner, token: SecretText): void {
      byOwner.delete(ownerName(owner));
      const [oldest] = byOwner.keys();
      if (oldest !== undefined && byOwner.size >= MAX_REFUSED) byOwner.delete(oldest);
      byOwner.set(ownerName(owner), token);
    },
    has: ({owner, tokens}: Grant): boolean =>
      byOwner.get(ownerName(owner))?.reveal() === tokens.access.reveal(),
  };
}

function tooLate(): never {
  throw zoomTrouble({kind: 'timeout'}, {endpoint: 'token'});
}
