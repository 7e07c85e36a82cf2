import type {Consenter} from '../domain/connect-attempt.js';
import type {ConnectRefusal} from '../domain/connect-refusal.js';
import type {Grant, GrantOwner, GrantState, ZoomIdentity, ZoomTokens} from '../domain/grant.js';
import {judgeConsenter} from '../domain/judge-consenter.js';
import type {AccountOffer, AccountOffers} from '../ports/account-offers.js';
import type {Audit} from '../ports/audit.js';
import type {Chat} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Grants} from '../ports/grants.js';
import type {ZoomGrants} from '../ports/zoom.js';
import type {GiveBack} from './give-back.js';

/** A consent that has found its place. `email`: in Zoom, where Zoom tells it. */
export type KeptConsent =
  | {kind: 'connected'; who: Consenter; email: string | undefined}
  /** Another Zoom account is connected: whoever consented decides. `offer`: its id. */
  | {kind: 'replace?'; offer: string; email: string | undefined};

/** Keeps what somebody consented to, if its place is free. Rejects with a chat or a store error. */
export type KeepConsent = (consented: {
  userId: string;
  consent: Consenter;
  identity: ZoomIdentity;
  tokens: ZoomTokens;
}) => Promise<KeptConsent | ConnectRefusal>;

/** The administrator has decided for the other account. Rejects with a chat or a store error. */
export type ReplaceAccount = (by: {userId: string; offer: string}) => Promise<KeptConsent | ConnectRefusal>;

/** `alone`: two who consent at the same moment, or a refresh in between, would not see what they take the place of. */
interface KeepConsentDeps extends Pick<ZoomGrants, 'alone'> {
  grants: Pick<Grants, 'find' | 'keep'>;
  offers: AccountOffers;
  chat: Pick<Chat, 'user'>;
  clock: Pick<Clock, 'now'>;
  giveBack: GiveBack;
  audit: Audit;
}

export const createKeepConsent =
  (deps: KeepConsentDeps): KeepConsent =>
  async ({userId, consent, identity, tokens}) => {
    const owner: GrantOwner = consent === 'account' ? {kind: 'account'} : {kind: 'person', userId};
    const grant = {owner, by: userId, since: deps.clock.now(), identity, tokens};
    return deps.alone(owner, async () => {
      const former = await deps.grants.find(owner);
      if (consent === 'account' && isOfAnotherAccount(former, identity)) {
        return {kind: 'replace?', offer: await deps.offers.park(grant), email: identity.email};
      }
      return put(deps, grant, former);
    });
  };

export const createReplaceAccount =
  (deps: KeepConsentDeps): ReplaceAccount =>
  async ({userId, offer}) => {
    const refusal = judgeConsenter(await deps.chat.user(userId), 'account');
    if (refusal !== undefined) return refusal;
    const grant = await deps.offers.take(userId, offer);
    if (grant === undefined) return {kind: 'state-unknown'};
    return deps.alone(grant.owner, async () => put(deps, grant, await deps.grants.find(grant.owner)));
  };

/** What nobody can tell to be the same account counts as another one. */
const isOfAnotherAccount = (former: GrantState, {zoomUserId, accountId}: ZoomIdentity): boolean =>
  former.kind === 'good' &&
  former.grant.identity.zoomUserId !== zoomUserId &&
  (accountId === undefined || former.grant.identity.accountId !== accountId);

async function put(
  {grants, chat, giveBack, audit}: KeepConsentDeps,
  grant: AccountOffer,
  former: GrantState,
): Promise<KeptConsent | ConnectRefusal> {
  const isGone = async (id: string): Promise<boolean> => (await chat.user(id))?.isDeactivated ?? true;
  const kept = await grants.keep(grant, isGone);
  if (kept.kind === 'linked') return {kind: 'zoom-user-taken'};
  const {superseded} = kept;
  if (superseded !== undefined) {
    audit({event: 'connection-lost', userId: superseded.by, grant: 'person', reason: 'superseded'});
  }
  const {owner, by, identity} = grant;
  const isReplaced =
    owner.kind === 'account' && former.kind === 'good' && isAnother(former.grant, {by, identity});
  if (isReplaced) audit({event: 'account-replaced', userId: by, grant: 'account'});
  else audit({event: 'connect', userId: by, grant: owner.kind});
  if (former.kind === 'good' && isOther(former.grant, identity)) await giveBack(former.grant);
  return {kind: 'connected', who: owner.kind, email: identity.email};
}

/** Of one Zoom user, Zoom has forgotten the former consent already. */
const isOther = (former: Grant, {zoomUserId}: ZoomIdentity): boolean =>
  former.identity.zoomUserId !== zoomUserId;

/** Of another administrator, or of another Zoom user. */
const isAnother = (former: Grant, {by, identity}: Pick<AccountOffer, 'by' | 'identity'>): boolean =>
  former.by !== by || isOther(former, identity);
