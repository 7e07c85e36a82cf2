import {readEmail} from '../domain/email.js';
import {starterRefusal} from '../domain/who-may-start.js';
import type {ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Grants} from '../ports/grants.js';
import type {Zoom} from '../ports/zoom.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import {findHost, type NotInZoom} from './find-host.js';
import {createRecentStrangers} from './recent-strangers.js';

/** Who somebody is in Zoom, or why nobody there is them. */
export type Self =
  | {kind: 'found'; zoomUser: ZoomUser}
  | NotInZoom
  | {kind: 'refused'; reason: 'email-missing'}
  | {kind: 'email-unconfirmed'; email: string};

/** Only of somebody who may act here at all. Rejects with `zoom-trouble`, or with a store error. */
export type FindSelf = (user: ChatUser, signal: AbortSignal) => Promise<Self>;

export interface FindSelfDeps {
  zoom: Zoom;
  /** Where everybody has to consent for themselves: whose consent we have. */
  consents: Pick<Grants, 'find'> | undefined;
  accountId: string | undefined;
  trustUnverifiedEmails: boolean;
  clock: Pick<Clock, 'now'>;
}

/**
 * As a start finds it. What Zoom says of an address is remembered for half a minute, so that a script that asks for
 * many things does not ask who it is each time.
 */
export function createFindSelf({
  zoom,
  consents,
  accountId,
  trustUnverifiedEmails,
  clock,
}: FindSelfDeps): FindSelf {
  const recent = createRecentStrangers<Self>({clock});
  const find = (userId: string, email: string | undefined, signal: AbortSignal) =>
    findHost({zoom, consents, accountId, strangers: recent}, {userId, email}, signal);
  return async (user, signal) => {
    if (consents !== undefined) return find(user.id, undefined, signal);
    const reason = starterRefusal(user, trustUnverifiedEmails);
    const email = readEmail(user.email);
    if (email === undefined) return {kind: 'refused', reason: 'email-missing'};
    if (reason !== undefined) return {kind: 'email-unconfirmed', email};
    const known = recent.recall(email);
    if (known !== undefined) return known;
    const found = await find(user.id, email, signal);
    recent.note(email, found);
    return found;
  };
}
