import {CHECK_IDS, type Finding} from '../domain/findings.js';
import {judgeSignIn, troubleValues} from '../domain/judge-sign-in.js';
import type {Settings} from '../domain/settings.js';
import {setupCheck, type SetupCheck} from '../domain/setup-check.js';
import type {ZoomConnection} from '../domain/zoom-connection.js';
import type {Chat, ChatUser} from '../ports/chat.js';
import type {Logger} from '../ports/logger.js';
import type {ConnectZoom, Zoom, ZoomGrants} from '../ports/zoom.js';
import {askZoomOrStore} from './ask-zoom-or-store.js';
import {type Consent, connectedBy, findConsent, judgeOwn, notConnected} from './check-consent.js';
import {judgeAddress} from './judge-address.js';
import {judgeScopes} from './judge-scopes.js';

export interface CheckZoomInput {
  settings: Settings;
  /** Whether the consents that we have are for this very app, at these addresses: others are left alone. */
  isSameApp: boolean;
  /** The one who asks, looked up in Zoom as for a start. `undefined`: nobody is looked up. */
  person: ChatUser | undefined;
  signal: AbortSignal;
}

export interface CheckZoomDeps {
  /** A new one each time: a test with an older token would not notice that the app is gone. */
  connectZoom: ConnectZoom;
  consents: ZoomGrants;
  chat: Pick<Chat, 'user'>;
  logger: Logger;
}

export interface CheckedZoom {
  /** The steps from `token` to `you`, as far as each can be tested. */
  checks: SetupCheck[];
  /** Milliseconds by which Zoom's clock is ahead of ours; `undefined`: it has not told. */
  clockAhead: number | undefined;
}

export async function checkZoom(deps: CheckZoomDeps, input: CheckZoomInput): Promise<CheckedZoom> {
  const connected = input.settings.zoom;
  if (connected === undefined) {
    const checks = ZOOM_STEPS.map((id) => setupCheck(id, 'untested.settings'));
    return {checks: shown(checks, input), clockAhead: undefined};
  }
  const consents = input.isSameApp ? deps.consents : nobodys(deps.consents);
  const zoom = deps.connectZoom(connected, consents);
  const checks = await checkConnected(deps, {...input, zoom, connection: connected.connection});
  return {checks: shown(checks, input), clockAhead: zoom.clockAhead()};
}

type Step = 'token' | 'account' | 'scopes' | 'you';
const ZOOM_STEPS: readonly Step[] = ['token', 'account', 'scopes', 'you'];

/** Each in its place, without those that tell nothing: about the account's consent, and about nobody. */
const shown = (checks: readonly SetupCheck[], {settings, person}: CheckZoomInput): SetupCheck[] =>
  CHECK_IDS.flatMap((id) => checks.find((check) => check.id === id) ?? []).filter(
    ({id}) => (id !== 'account' || settings.consent === 'account') && (id !== 'you' || person !== undefined),
  );

/** As if nobody had consented: so nobody's token is used, renewed or ended by what was only typed. */
const nobodys = (consents: ZoomGrants): ZoomGrants => ({
  ...consents,
  grants: {...consents.grants, find: async () => ({kind: 'none'})},
});

const untested = (why: Finding, ...steps: Step[]): SetupCheck[] => steps.map((id) => setupCheck(id, why));

interface Connected extends CheckZoomInput {
  zoom: Zoom;
  connection: ZoomConnection;
}

async function checkConnected(deps: CheckZoomDeps, input: Connected): Promise<SetupCheck[]> {
  const {signal, zoom, connection} = input;
  const signedIn = await askZoomOrStore(deps.logger, zoom.as({kind: 'server'}, signal).signIn());
  // What our own records say comes after the credentials, which are good then.
  if (signedIn.kind === 'trouble' && signedIn.problem.kind !== 'not-connected') {
    const {problem} = signedIn;
    const token = setupCheck('token', judgeSignIn(connection, problem), troubleValues(problem));
    return [token, ...untested('untested.token', 'account', 'scopes', 'you')];
  }
  if (connection.consent !== 'nobody' && !input.isSameApp) {
    return [works(), ...untested('untested.unsaved', 'account', 'scopes', 'you')];
  }
  switch (connection.consent) {
    case 'nobody':
      return checkCredentials(deps, input, signedIn.kind === 'answer' ? signedIn.value.scopes : undefined);
    case 'account':
      return checkAccount(deps, input);
    case 'person':
      return checkPerson(deps, input);
  }
}

const works = (): SetupCheck => setupCheck('token', 'token.works');

/** The credentials are enough, and people are found by their addresses. */
async function checkCredentials(
  deps: CheckZoomDeps,
  input: Connected,
  granted: readonly string[] | undefined,
): Promise<SetupCheck[]> {
  const scopes = judgeScopes(input.connection, granted);
  const you = await lookUp(deps, input);
  if (you === 'useless')
    return [setupCheck('token', 'token.useless'), scopes, ...untested('untested.token', 'you')];
  return [works(), scopes, you];
}

/** The one who asks, as for a start; `shown` leaves nobody out. */
async function lookUp(
  {logger}: CheckZoomDeps,
  {settings, person, signal, zoom}: Connected,
): Promise<SetupCheck | 'useless'> {
  if (person === undefined) return setupCheck('you', 'untested.settings');
  return judgeAddress(settings, person, (email) =>
    askZoomOrStore(logger, zoom.as({kind: 'person', userId: person.id, email}, signal).findUser()),
  );
}

/** One administrator has consented for everybody; people are found by their addresses. */
async function checkAccount(deps: CheckZoomDeps, input: Connected): Promise<SetupCheck[]> {
  const find = (): Promise<Consent> => findConsent(deps.consents.grants, deps.logger, {kind: 'account'});
  const consent = await find();
  if (consent.kind === 'none') {
    const others = [...untested('scopes.untested', 'scopes'), ...untested('untested.account', 'you')];
    return [works(), consent.line, ...others];
  }
  const scopes = judgeScopes(input.connection, consent.grant.tokens.scopes);
  const you = await lookUp(deps, input);
  if (you !== 'useless') return [works(), await connectedBy(deps.chat, consent.grant), scopes, you];
  // Our own records say by now why it counts no more.
  const now = await find();
  const account = now.kind === 'none' ? now.line : notConnected('account', 'revoked');
  return [works(), account, scopes, ...untested('untested.account', 'you')];
}

/** Everybody consents for themselves, so the one who asks is tested for themselves alone. */
async function checkPerson(
  {consents, logger}: CheckZoomDeps,
  {connection, person, signal, zoom}: Connected,
): Promise<SetupCheck[]> {
  const untold = untested('scopes.untested', 'scopes');
  if (person === undefined) return [works(), ...untold];
  const consent = await findConsent(consents.grants, logger, {kind: 'person', userId: person.id});
  if (consent.kind === 'none') return [works(), ...untold, consent.line];
  const {grant} = consent;
  const {zoomUserId} = grant.identity;
  const self = zoom.as({kind: 'host', userId: person.id, zoomUserId}, signal);
  const you = judgeOwn(grant, await askZoomOrStore(logger, self.findUser()));
  return [works(), judgeScopes(connection, grant.tokens.scopes), you];
}
