import type {ChatUser} from '../ports/chat.js';
import type {Zoom, ZoomAs} from '../ports/zoom.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import {type Identity, identifyInZoom, type IdentifyDeps} from './identify-in-zoom.js';
import {showNumber, type ShownInZoom} from './show-number.js';

/** A meeting or webinar that somebody named by its number, and whether it is theirs. */
export type OwnNumber =
  /** They host it. `zoom`: in their name. */
  | {kind: 'own'; zoomUser: ZoomUser; zoom: ZoomAs; found: ShownInZoom}
  /** Zoom knows nothing of this number, or nothing that this person may see. */
  | {kind: 'gone'}
  | {kind: 'not-the-host'}
  | Exclude<Identity, {kind: 'found'}>;

/** Rejects as `findHost` does. */
export async function findOwnNumber(
  deps: IdentifyDeps & {zoom: Zoom},
  {user, number}: {user: ChatUser | undefined; number: string},
  signal: AbortSignal,
): Promise<OwnNumber> {
  const identity = await identifyInZoom(deps, user, signal);
  if (identity.kind !== 'found') return identity;
  const {zoomUser} = identity;
  const userId = user?.id ?? '';
  const subject = {userId, zoomUserId: zoomUser.id};
  const found = await showNumber(deps.zoom, {...subject, kind: 'either', number}, signal);
  if (found === undefined) return {kind: 'gone'};
  if (found.shown.host_id !== zoomUser.id) return {kind: 'not-the-host'};
  return {kind: 'own', zoomUser, zoom: deps.zoom.as({kind: 'host', ...subject}, signal), found};
}
