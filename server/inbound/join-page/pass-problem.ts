import type {ImportKind} from '../../../contract/import.js';
import {JOIN_IN_BROWSER_PATH, ROUTES_PATH} from '../../../contract/routes.js';
import type {TextKey, Translate} from '../../core/ports/texts.js';
import type {NoEntry} from '../../core/usecases/enter-meeting.js';
import type {NoJoinLink} from '../../core/usecases/get-join-link.js';
import type {Joinable} from '../../core/usecases/judge-joinable.js';
import type {NoPass} from '../../core/usecases/read-pass.js';
import type {ApiProblem} from '../http/api-problem.js';
import {zoomProblem} from '../http/start-problem.js';
import {describeState} from './describe-state.js';

interface Telling {
  translate: Translate;
  kind: ImportKind;
  /** Ms since the epoch. */
  now: number;
}

/** A pass that opens nothing. `siteUrl`: '' where nobody is signed in to Mattermost in a browser. */
export function noPassProblem(reading: NoPass, translate: Translate, siteUrl: string): ApiProblem {
  switch (reading.kind) {
    case 'unknown':
      return {code: 'pass_unknown', message: translate('pass.unknown')};
    case 'expired':
      return {code: 'pass_expired', message: translate('pass.expired')};
    case 'revoked':
      return {code: 'pass_revoked', message: translate('pass.revoked')};
    case 'no-access':
      return {code: 'no_access', message: translate('pass.noAccess')};
    case 'over':
      return {code: 'ended', message: translate('pass.over', {kind: 'meeting'})};
    case 'sign-in-first':
      if (siteUrl === '') return {code: 'sign_in_first', message: translate('pass.membersOnly')};
      return {
        code: 'sign_in_first',
        message: translate('pass.signInFirst'),
        more: {sign_in_url: `${siteUrl}${ROUTES_PATH}${JOIN_IN_BROWSER_PATH}?pass=${reading.token}`},
      };
  }
}

/** Why somebody with a good pass does not get in, or gets no link. */
export function noEntryProblem(outcome: NoEntry | NoJoinLink, {translate, kind, now}: Telling): ApiProblem {
  switch (outcome.kind) {
    case 'given-away':
      return {code: 'pass_revoked', message: translate('pass.revoked')};
    case 'name-needed':
      return {code: 'bad_request', message: translate('pass.nameNeeded'), more: {fields: ['name']}};
    case 'email-needed':
      return {code: 'email_needed', message: translate('pass.emailNeeded')};
    case 'not-configured':
      return {code: 'not_configured', message: translate('pass.notConfigured')};
    case 'not-connected':
      return {code: 'not_connected', message: translate('pass.notConnected', {who: outcome.who})};
    case 'zoom-trouble': {
      const {code, retryAfter} = zoomProblem(outcome.problem, now);
      return {code, message: translate(ZOOM_TROUBLE.get(code) ?? 'pass.zoom.unavailable'), retryAfter};
    }
    case 'not-live':
    case 'no-link':
      return stateProblem(outcome.meeting, kind, translate);
  }
}

const ZOOM_TROUBLE: ReadonlyMap<ApiProblem['code'], TextKey> = new Map([
  ['rate_limited', 'pass.zoom.busy'],
  ['zoom_refused', 'pass.zoom.refused'],
]);

const BY_STATE = {
  waiting: 'not_begun',
  registration: 'registration_first',
  elsewhere: 'other_account',
  over: 'ended',
} as const satisfies Record<Exclude<Joinable['state'], 'live'>, ApiProblem['code']>;

function stateProblem(
  meeting: Exclude<Joinable, {state: 'live'}>,
  kind: ImportKind,
  translate: Translate,
): ApiProblem {
  const problem = {code: BY_STATE[meeting.state], message: describeState(meeting, kind, translate)};
  const isRegistration = meeting.state === 'registration' && meeting.url !== undefined;
  return isRegistration ? {...problem, more: {registration_url: meeting.url}} : problem;
}
