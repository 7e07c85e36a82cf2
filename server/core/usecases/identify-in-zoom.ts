import {readEmail} from '../domain/email.js';
import {personRefusal, starterRefusal} from '../domain/who-may-start.js';
import type {ChatUser} from '../ports/chat.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import type {AccessRefusal} from './check-access.js';
import {findHost, type FindHostDeps, type NotInZoom} from './find-host.js';
import type {RecentStrangers} from './recent-strangers.js';

export interface IdentifyDeps extends FindHostDeps {
  trustUnverifiedEmails: boolean;
  strangers: RecentStrangers<NotInZoom>;
}

export type Identity =
  | {kind: 'found'; zoomUser: ZoomUser}
  | NotInZoom
  | Extract<AccessRefusal, {kind: 'no-access' | 'refused' | 'email-unconfirmed'}>;

/**
 * Who somebody is in Zoom where it concerns no channel; the same people may do this who may start a meeting. Rejects as
 * {@link findHost}.
 */
export async function identifyInZoom(
  deps: IdentifyDeps,
  user: ChatUser | undefined,
  signal: AbortSignal,
): Promise<Identity> {
  if (user === undefined) return {kind: 'no-access'};
  const isByConsent = deps.consents !== undefined;
  const reason = isByConsent ? personRefusal(user) : starterRefusal(user, deps.trustUnverifiedEmails);
  const email = isByConsent ? undefined : readEmail(user.email);
  if (reason === 'email-unconfirmed') return {kind: reason, email: email ?? ''};
  if (reason !== undefined) return {kind: 'refused', reason};
  const stranger = email === undefined ? undefined : deps.strangers.recall(email);
  if (stranger !== undefined) return stranger;
  return findHost(deps, {userId: user.id, email}, signal);
}
