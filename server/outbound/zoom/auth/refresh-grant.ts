import {
  type Grant,
  type GrantEnd,
  type GrantOwner,
  ownerName,
  type ZoomTokens,
} from '../../../core/domain/grant.js';
import type {SignInRefusal} from '../../../core/domain/zoom-connection.js';
import {hasCode, zoomTrouble} from '../../../core/ports/port-error.js';
import type {ZoomGrants} from '../../../core/ports/zoom.js';
import type {TokenEndpoint} from './token-endpoint.js';

interface RefreshDeps extends ZoomGrants {
  endpoint: Pick<TokenEndpoint, 'refresh' | 'revoke'>;
  /** Its token may be used. */
  isUsable: (grant: Grant) => boolean;
}

/** What a refusal of the refresh says of the grant. All others speak of the app or of Zoom, and the grant stays. */
const ENDS: Partial<Record<SignInRefusal, GrantEnd>> = {
  revoked: 'revoked',
  'owner-gone': 'owner-gone',
  disabled: 'disabled',
};

type Attempt = {kind: 'good'; grant: Grant} | {kind: 'refused'; grant: Grant; because: GrantEnd};

/** A grant whose token may be used, refreshed if need be. Rejects with `zoom-trouble`, and with store errors. */
export function createRefreshGrant(deps: RefreshDeps): (owner: GrantOwner) => Promise<Grant> {
  const {alone, endpoint, isUsable} = deps;
  /** What Zoom gave and the store did not take, by owner: the former pair is dead, so it is all that there is. */
  const unsaved = new Map<string, {revision: number; tokens: ZoomTokens}>();

  const attempt = async (owner: GrantOwner): Promise<Attempt> => {
    const grant = await goodGrant(deps, owner);
    if (isUsable(grant)) return {kind: 'good', grant};
    const name = ownerName(owner);
    const kept = unsaved.get(name);
    let tokens = kept?.revision === grant.revision ? kept.tokens : undefined;
    try {
      tokens ??= await endpoint.refresh(grant.tokens.refresh);
    } catch (error) {
      const because = endBy(error);
      if (because === undefined) throw error;
      return {kind: 'refused', grant, because};
    }
    unsaved.set(name, {revision: grant.revision, tokens});
    const saved = await save(deps, grant, tokens);
    unsaved.delete(name);
    return {kind: 'good', grant: saved};
  };
  return async (owner) => {
    const first = await alone(owner, () => attempt(owner));
    if (first.kind === 'good') return first.grant;
    // Whoever outlived their lease may have been quicker, and is waited for before anything is said to be over.
    return alone(owner, () => settle(deps, first));
  };
}

/** As it is stored now; rejects where it is not good. */
export async function goodGrant(
  {grants, ended}: Pick<ZoomGrants, 'grants' | 'ended'>,
  owner: GrantOwner,
): Promise<Grant> {
  const state = await grants.find(owner);
  if (state.kind === 'good') return state.grant;
  if (state.kind === 'ended' && state.because === 'key-lost') {
    const over = await grants.end(owner, 'key-lost');
    if (over !== undefined) ended(over, 'key-lost');
  }
  throw notConnected(owner, state.kind === 'none' ? 'never' : state.because);
}

export const notConnected = ({kind: who}: GrantOwner, because: 'never' | GrantEnd) =>
  zoomTrouble({kind: 'not-connected', who, because}, {endpoint: 'token'});

/** Stored before it is used: from now on, the former pair is dead. */
async function save(deps: RefreshDeps, grant: Grant, given: ZoomTokens): Promise<Grant> {
  const {grants, endpoint} = deps;
  // An answer without scopes changes none: https://www.rfc-editor.org/rfc/rfc6749#section-6
  const scopes = given.scopes.length === 0 ? grant.tokens.scopes : given.scopes;
  const renewed = await grants.renew(grant, {...given, scopes});
  if (renewed !== undefined) return renewed;
  const now = await grants.find(grant.owner);
  const {zoomUserId} = grant.identity;
  // Whoever connected anew has a later consent of the same Zoom user, and this pair has gone with the earlier one.
  if (now.kind === 'good' && now.grant.identity.zoomUserId === zoomUserId) return now.grant;
  // Disconnected meanwhile: nobody would ever revoke these. What Zoom does not do now ends by itself.
  await endpoint.revoke(given.access).catch(() => undefined);
  return goodGrant(deps, grant.owner);
}

/** Zoom refused the refresh of this very grant: it is over, unless it has been replaced. */
async function settle(
  deps: RefreshDeps,
  {grant, because}: Extract<Attempt, {kind: 'refused'}>,
): Promise<Grant> {
  const {grants, ended} = deps;
  const over = await grants.end(grant.owner, because, grant.revision);
  if (over === undefined) return goodGrant(deps, grant.owner);
  ended(over, because);
  throw notConnected(grant.owner, because);
}

function endBy(error: unknown): GrantEnd | undefined {
  if (!hasCode(error, 'zoom-trouble')) return undefined;
  const {problem} = error.details;
  return problem.kind === 'unauthorized' && problem.because !== undefined ? ENDS[problem.because] : undefined;
}
