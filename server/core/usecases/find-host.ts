import {zoomUserMismatch, type ZoomUserMismatch} from '../domain/zoom-user-match.js';
import type {Grants} from '../ports/grants.js';
import {zoomTrouble} from '../ports/port-error.js';
import type {Zoom} from '../ports/zoom.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import type {RecentStrangers} from './recent-strangers.js';

/** Zoom has no user for this address who may host here. */
export interface NotInZoom {
  kind: 'not-in-zoom';
  email: string;
  mismatch: ZoomUserMismatch | undefined;
}

export interface FindHostDeps {
  zoom: Zoom;
  /** Where everybody has to consent for themselves: whose consent we have. */
  consents: Pick<Grants, 'find'> | undefined;
  /** Gets to know who was not found. */
  strangers: Pick<RecentStrangers<NotInZoom>, 'note'>;
  accountId: string | undefined;
}

/**
 * Who somebody is in Zoom: the user that they have consented as, or the one with their address, whom Zoom is asked for.
 * `email` is missing only where a consent says it. Rejects with `zoom-trouble`, or with a store error.
 */
export async function findHost(
  {zoom, consents, strangers, accountId}: FindHostDeps,
  {userId, email}: {userId: string; email: string | undefined},
  signal: AbortSignal,
): Promise<{kind: 'found'; zoomUser: ZoomUser} | NotInZoom> {
  if (email === undefined) return {kind: 'found', zoomUser: await consented(consents, userId)};
  const zoomUser = await zoom.as({kind: 'person', userId, email}, signal).findUser();
  const mismatch = zoomUser && zoomUserMismatch(zoomUser, {email, accountId});
  if (zoomUser !== undefined && mismatch === undefined) return {kind: 'found', zoomUser};
  const refusal = {kind: 'not-in-zoom', email, mismatch} as const;
  strangers.note(email, refusal);
  return refusal;
}

/** Zoom need not be asked: if the consent counts no more, it says so when the meeting is created. */
async function consented(consents: FindHostDeps['consents'], userId: string): Promise<ZoomUser> {
  const state = (await consents?.find({kind: 'person', userId})) ?? ({kind: 'none'} as const);
  if (state.kind !== 'good') {
    const because = state.kind === 'none' ? 'never' : state.because;
    throw zoomTrouble({kind: 'not-connected', who: 'person', because}, {endpoint: 'findUser'});
  }
  const {zoomUserId, email, accountId} = state.grant.identity;
  return {
    id: zoomUserId,
    ...(email !== undefined && {email}),
    ...(accountId !== undefined && {accountId}),
  };
}
