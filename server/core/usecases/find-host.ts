import {zoomUserMismatch, type ZoomUserMismatch} from '../domain/zoom-user-match.js';
import type {Zoom} from '../ports/zoom.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import type {RecentStrangers} from './recent-strangers.js';

/** Zoom has no user for this address who may host here. */
export interface NotInZoom {
  kind: 'not-in-zoom';
  email: string;
  mismatch: ZoomUserMismatch | undefined;
}

interface FindHostDeps {
  zoom: Zoom;
  /** Gets to know who was not found. */
  strangers: Pick<RecentStrangers<NotInZoom>, 'note'>;
  accountId: string | undefined;
}

/** Asks Zoom who somebody is there. Rejects with `zoom-trouble`. */
export async function findHost(
  {zoom, strangers, accountId}: FindHostDeps,
  {userId, email}: {userId: string; email: string},
  signal: AbortSignal,
): Promise<{kind: 'found'; zoomUser: ZoomUser} | NotInZoom> {
  const zoomUser = await zoom.as({kind: 'person', userId, email}, signal).findUser();
  const mismatch = zoomUser && zoomUserMismatch(zoomUser, {email, accountId});
  if (zoomUser !== undefined && mismatch === undefined) return {kind: 'found', zoomUser};
  const refusal = {kind: 'not-in-zoom', email, mismatch} as const;
  strangers.note(email, refusal);
  return refusal;
}
