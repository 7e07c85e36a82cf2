import {readEmail} from '../domain/email.js';
import type {CheckId, Finding} from '../domain/findings.js';
import type {Settings} from '../domain/settings.js';
import {setupCheck, type SetupCheck} from '../domain/setup-check.js';
import {starterRefusal} from '../domain/who-may-start.js';
import type {ZoomConnection} from '../domain/zoom-connection.js';
import {zoomUserMismatch, type ZoomUserMismatch} from '../domain/zoom-user-match.js';
import type {ChatUser} from '../ports/chat.js';
import type {Logger} from '../ports/logger.js';
import {hasCode} from '../ports/port-error.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import {missingScopes} from '../ports/zoom/scopes.js';
import type {ZoomProblem} from '../domain/zoom-problem.js';
import type {Zoom} from '../ports/zoom.js';
import {judgeSignIn, judgeTrouble, troubleValues} from '../domain/judge-sign-in.js';

export interface CheckZoomInput {
  settings: Settings;
  /** The one who asks, looked up in Zoom as for a start. `undefined`: nobody is looked up. */
  person: ChatUser | undefined;
  signal: AbortSignal;
}

export interface CheckZoomDeps {
  /** A new one each time: a test with an older token would not notice that the app is gone. */
  connectZoom: (settings: NonNullable<Settings['zoom']>) => Zoom;
  logger: Logger;
}

export interface CheckedZoom {
  /** The steps `token`, `scopes` and `you`, as far as each can be tested. */
  checks: SetupCheck[];
  /** Milliseconds by which Zoom's clock is ahead of ours; `undefined`: it has not told. */
  clockAhead: number | undefined;
}

export async function checkZoom(deps: CheckZoomDeps, input: CheckZoomInput): Promise<CheckedZoom> {
  const connected = input.settings.zoom;
  if (connected === undefined) {
    const checks = untested(['token', 'scopes', ...youOf(input)], 'untested.settings');
    return {checks, clockAhead: undefined};
  }
  const zoom = deps.connectZoom(connected);
  const checks = await checkConnected(deps.logger, {...input, zoom, connection: connected.connection});
  return {checks, clockAhead: zoom.clockAhead()};
}

const youOf = ({person}: CheckZoomInput): CheckId[] => (person === undefined ? [] : ['you']);

async function checkConnected(
  logger: Logger,
  input: CheckZoomInput & {zoom: Zoom; connection: ZoomConnection},
): Promise<SetupCheck[]> {
  const {settings, person, signal, zoom, connection} = input;
  const signedIn = await answer(logger, zoom.as({kind: 'server'}, signal).signIn());
  if (!signedIn.ok) {
    const {problem} = signedIn;
    const token = setupCheck('token', judgeSignIn(connection, problem), troubleValues(problem));
    return [token, ...untested(['scopes', ...youOf(input)], 'untested.token')];
  }
  const scopes = judgeScopes(connection, signedIn.value.scopes);
  if (person === undefined) return [worksAs('token'), scopes];
  const email = readEmail(person.email);
  if (email === undefined) return [worksAs('token'), scopes, setupCheck('you', 'you.emailMissing')];
  const found = await answer(logger, zoom.as({kind: 'person', userId: person.id, email}, signal).findUser());
  if (!found.ok && found.problem.kind === 'unauthorized') {
    return [setupCheck('token', 'token.useless'), scopes, ...untested(['you'], 'untested.token')];
  }
  return [worksAs('token'), scopes, judgePerson(settings, person, email, found)];
}

const worksAs = (id: 'token'): SetupCheck => setupCheck(id, 'token.works');
const untested = (ids: CheckId[], why: Finding): SetupCheck[] => ids.map((id) => setupCheck(id, why));

type Answer<T> = {ok: true; value: T} | {ok: false; problem: ZoomProblem};

async function answer<T>(logger: Logger, call: Promise<T>): Promise<Answer<T>> {
  try {
    return {ok: true, value: await call};
  } catch (error) {
    if (!hasCode(error, 'zoom-trouble')) throw error;
    logger.info('A test of the connection to Zoom failed', {
      problem: error.details.problem.kind,
      ...error.details.logFields,
    });
    return {ok: false, problem: error.details.problem};
  }
}

function judgeScopes(connection: ZoomConnection, granted: readonly string[] | undefined): SetupCheck {
  if (granted === undefined) return setupCheck('scopes', connection.untoldScopes);
  const missing = missingScopes(connection.scopes, granted);
  if (missing.length === 0) return setupCheck('scopes', 'scopes.granted');
  const scopes = missing.map((scope) => `\`${scope}\``).join(', ');
  return setupCheck('scopes', 'scopes.missing', {scopes, count: missing.length});
}

const MISMATCHES = {
  'other-email': 'you.otherEmail',
  'not-active': 'you.notActive',
  'other-account': 'you.otherAccount',
} as const satisfies Record<ZoomUserMismatch, Finding>;

/** Zoom's number of a Basic licence. */
const BASIC = 1;

function judgePerson(
  settings: Settings,
  person: ChatUser,
  email: string,
  found: Answer<ZoomUser | undefined>,
): SetupCheck {
  const you = (finding: Finding, values: SetupCheck['values'] = {}): SetupCheck =>
    setupCheck('you', finding, {...values, email});
  if (!found.ok) {
    const {problem} = found;
    if (problem.kind === 'unauthorized') return you('untested.token');
    return you(judgeTrouble(problem), troubleValues(problem));
  }
  const user = found.value;
  if (user === undefined) return you('you.notInZoom');
  const mismatch = zoomUserMismatch(user, {email, accountId: settings.accountId});
  if (mismatch !== undefined) return you(MISMATCHES[mismatch]);
  const isUnconfirmed = starterRefusal(person, settings.trustUnverifiedEmails) === 'email-unconfirmed';
  if (isUnconfirmed) return you('you.emailUnconfirmed');
  return you(user.type === BASIC ? 'you.basic' : 'you.found');
}
