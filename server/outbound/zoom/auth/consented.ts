import {
  type Grant,
  type GrantEnd,
  type GrantOwner,
  ownerName,
  type ZoomTokens,
} from '../../../core/domain/grant.js';
import type {SecretText} from '../../../core/domain/secret-text.js';
import type {SignInRefusal, TokenWay} from '../../../core/domain/zoom-connection.js';
import type {ZoomSubject} from '../../../core/domain/zoom-subject.js';
import type {Clock} from '../../../core/ports/clock.js';
import {hasCode, zoomTrouble} from '../../../core/ports/port-error.js';
import type {ZoomGrants} from '../../../core/ports/zoom.js';
import {withDeadline} from '../../../lib/deadline.js';
import type {Credentials} from './credentials.js';
import type {TokenEndpoint} from './token-endpoint.js';

type Consented = Extract<TokenWay, {kind: 'consented'}>;

/** A token that is about to expire could expire on its way. */
const EXPIRY_MARGIN_MS = 120_000;
/** For the lease of another process, its refresh and ours. */
const REFRESH_LIMIT_MS = 30_000;

interface ConsentedDeps extends ZoomGrants {
  endpoint: TokenEndpoint;
  clock: Clock;
}

/** What a refusal of the refresh says of the grant. What is missing speaks of the app, and the grant stays. */
const ENDS: Partial<Record<SignInRefusal, GrantEnd>> = {
  revoked: 'revoked',
  'owner-gone': 'owner-gone',
  disabled: 'disabled',
};

/** The token of whoever has consented, refreshed before it expires: once, however many ask, on all nodes. */
export function createConsentedCredentials(way: Consented, deps: ConsentedDeps): Credentials {
  const {grants, clock} = deps;
  const refreshing = new Map<string, Promise<Grant>>();
  /** Those that Zoom did not accept although they had not expired, by owner. */
  const refused = new Map<string, SecretText>();

  const isUsable = ({owner, tokens}: Grant): boolean =>
    clock.now() < tokens.goodUntil - EXPIRY_MARGIN_MS &&
    refused.get(ownerName(owner))?.reveal() !== tokens.access.reveal();
  const goodGrant = async (owner: GrantOwner): Promise<Grant> => {
    const state = await grants.find(owner);
    if (state.kind === 'good') return state.grant;
    throw notConnected(owner, state.kind === 'none' ? 'never' : state.because);
  };
  const refresh = (owner: GrantOwner): Promise<Grant> => {
    const name = ownerName(owner);
    const running =
      refreshing.get(name) ??
      deps
        .alone(owner, async () => {
          const grant = await goodGrant(owner);
          return isUsable(grant) ? grant : refreshOnce(deps, grant);
        })
        .finally(() => refreshing.delete(name));
    refreshing.set(name, running);
    return running;
  };
  const usable = async (subject: ZoomSubject, signal: AbortSignal): Promise<Grant> => {
    const owner = way.ownerOf(subject);
    if (owner === undefined) throw notConnected({kind: 'person', userId: ''}, 'never');
    const grant = await goodGrant(owner);
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
      if (owner !== undefined) refused.set(ownerName(owner), token);
      return owner !== undefined;
    },
  };
}

/** The caller holds the owner's lease. */
async function refreshOnce(deps: ConsentedDeps, grant: Grant): Promise<Grant> {
  const {grants, endpoint, ended} = deps;
  let tokens: ZoomTokens;
  try {
    tokens = await endpoint.refresh(grant.tokens.refresh);
  } catch (error) {
    const because = endOf(error);
    if (because === undefined) throw error;
    // A process whose lease ran out may have refreshed it all the same.
    const now = await grants.find(grant.owner);
    if (now.kind === 'good' && now.grant.revision !== grant.revision) return now.grant;
    if (await grants.end(grant.owner, because, grant.revision)) ended(grant, because);
    throw notConnected(grant.owner, because);
  }
  // Stored before it is used: from now on, the former pair is dead.
  const renewed = await grants.renew(grant, tokens);
  if (renewed !== undefined) return renewed;
  // Meanwhile its owner has disconnected or connected anew, and nobody would ever revoke these.
  await endpoint.revoke(tokens.access).catch(() => undefined);
  const now = await grants.find(grant.owner);
  if (now.kind === 'good') return now.grant;
  throw notConnected(grant.owner, now.kind === 'none' ? 'never' : now.because);
}

function endOf(error: unknown): GrantEnd | undefined {
  if (!hasCode(error, 'zoom-trouble')) return undefined;
  const {problem} = error.details;
  return problem.kind === 'unauthorized' && problem.because !== undefined ? ENDS[problem.because] : undefined;
}

const notConnected = ({kind: who}: GrantOwner, because: 'never' | GrantEnd) =>
  zoomTrouble({kind: 'not-connected', who, because}, {endpoint: 'token'});

function tooLate(): never {
  throw zoomTrouble({kind: 'timeout'}, {endpoint: 'token'});
}
