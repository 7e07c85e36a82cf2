import {readEmail} from '../domain/email.js';
import {starterRefusal} from '../domain/who-may-start.js';
import type {ConsentBy} from '../domain/zoom-connection.js';
import type {ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Grants} from '../ports/grants.js';
import type {Logger} from '../ports/logger.js';
import type {Zoom} from '../ports/zoom.js';
import type {Allowance} from './allowance.js';
import type {StartQuestion} from './ask-before-start.js';
import {findHost} from './find-host.js';
import {explainZoom} from './open-meeting.js';
import type {StartOutcome} from './start-outcome.js';

/** Who somebody is for Zoom, or why their meetings could not be started. */
export type MeOutcome =
  /** `email`: in Zoom, where Zoom has told it; `since`: ms since the epoch. */
  | {kind: 'by-consent'; email: string | undefined; since: number}
  | {kind: 'by-address'; email: string}
  | Exclude<StartOutcome, StartQuestion | {kind: 'started' | 'already-started' | 'duplicate' | 'not-posted'}>;

/** Rejects with a store error. */
export type FindMe = (user: ChatUser, signal: AbortSignal) => Promise<MeOutcome>;

interface FindMeDeps {
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  consent: ConsentBy;
  grants: Pick<Grants, 'find'>;
  accountId: string | undefined;
  trustUnverifiedEmails: boolean;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  newId: () => string;
  allowance: Pick<Allowance, 'spend'>;
}

/** As a start finds it: by the person's consent, or by their address, for which Zoom is asked. */
export const createFindMe =
  (deps: FindMeDeps): FindMe =>
  async (user, signal) => {
    const {zoom, consent, grants, clock} = deps;
    if (zoom === undefined) return {kind: 'not-configured'};
    if (consent === 'person') {
      const state = await grants.find({kind: 'person', userId: user.id});
      if (state.kind === 'good') {
        const {identity, since} = state.grant;
        return {kind: 'by-consent', email: identity.email, since};
      }
      const because = state.kind === 'none' ? 'never' : state.because;
      return {kind: 'not-connected', who: 'person', because};
    }
    const email = emailOf(deps, user);
    if (typeof email !== 'string') return email;
    const nextAt = deps.allowance.spend(user.id, {id: deps.newId(), at: clock.now()});
    return nextAt === undefined ? lookUp(deps, zoom, {user, email, signal}) : {kind: 'too-many', nextAt};
  };

/** The address that speaks for the person in Zoom, or why none does. */
function emailOf({trustUnverifiedEmails}: FindMeDeps, user: ChatUser): string | MeOutcome {
  const reason = starterRefusal(user, trustUnverifiedEmails);
  const email = readEmail(user.email);
  if (reason === 'email-unconfirmed') return {kind: 'email-unconfirmed', email: email ?? ''};
  if (reason !== undefined) return {kind: 'refused', reason};
  return email ?? {kind: 'refused', reason: 'email-missing'};
}

async function lookUp(
  {accountId, logger}: FindMeDeps,
  zoom: Zoom,
  {user, email, signal}: {user: ChatUser; email: string; signal: AbortSignal},
): Promise<MeOutcome> {
  try {
    // Whoever asks wants to know how it is now.
    const strangers = {note: () => undefined};
    const asked = {zoom, accountId, consents: undefined, strangers};
    const found = await findHost(asked, {userId: user.id, email}, signal);
    return found.kind === 'found' ? {kind: 'by-address', email: found.zoomUser.email ?? email} : found;
  } catch (error) {
    return explainZoom(logger, error, false);
  }
}
