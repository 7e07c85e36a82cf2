import {withoutAddressesInText} from '../domain/cleaning/clean-addresses.js';
import type {Cleaning} from '../domain/cleaning/create-cleaning.js';
import {type RawPath, readRawPath} from '../domain/raw-path.js';
import type {PersonRefusal} from '../domain/who-may-start.js';
import type {ConsentBy} from '../domain/zoom-connection.js';
import type {ZoomProblem} from '../domain/zoom-problem.js';
import type {ZoomSubject} from '../domain/zoom-subject.js';
import type {Audit} from '../ports/audit.js';
import type {Chat} from '../ports/chat.js';
import type {Logger} from '../ports/logger.js';
import {hasCode} from '../ports/port-error.js';
import type {RawMethod} from '../ports/zoom/raw-request.js';
import type {Zoom} from '../ports/zoom.js';
import {type Asker, judgeAsker} from './judge-asker.js';
import {mayHaveCreated} from './open-meeting.js';
import type {NotConnected} from './start-outcome.js';

/** What came of a request that somebody sends to Zoom as it is. But for `done` and `zoom-trouble`, nothing was sent. */
export type RawOutcome =
  /** `answer`: JSON without secrets; `undefined`: Zoom only says that it is done. */
  | {kind: 'done'; answer: unknown}
  | {kind: 'refused'; reason: PersonRefusal}
  | {kind: 'admins-only'}
  | {kind: 'switched-off'}
  | {kind: 'not-configured'}
  /** What answers there acts as somebody, or lets them in. */
  | {kind: 'path-forbidden'}
  /** It is not what it looks like. */
  | {kind: 'path-unusable'}
  /** Everybody speaks for themselves alone, and bots have no Zoom user. */
  | {kind: 'no-zoom-user'}
  | NotConnected
  /** `maybeDone`: nobody knows whether Zoom has done it. */
  | {kind: 'zoom-trouble'; problem: Exclude<ZoomProblem, NotConnected>; maybeDone: boolean};

/** A request as somebody wrote it. */
export interface RawWish {
  method: RawMethod;
  /** Below the API's address, from the slash on; it may have a query. */
  path: string;
  /** Beside that of the path. */
  query?: Readonly<Record<string, string | number | boolean>> | undefined;
  body?: Readonly<Record<string, unknown>> | undefined;
}

/** Rejects with what the chat rejects with, and with a store error. */
export type SendRaw = (wish: RawWish & {userId: string; signal: AbortSignal}) => Promise<RawOutcome>;

export interface SendRawDeps {
  chat: Pick<Chat, 'user'>;
  /** `undefined`: the settings lack what a connection needs. */
  zoom: {calls: Zoom; consent: ConsentBy} | undefined;
  /** What is about the whole account is switched on. */
  accountApi: boolean;
  cleaning: Pick<Cleaning, 'withoutSecrets'>;
  audit: Audit;
  logger: Logger;
}

/** Sends any request to Zoom for a system administrator, and puts it on record. */
export const createSendRaw =
  (deps: SendRawDeps): SendRaw =>
  async (wish) => {
    const asker = await judgeAsker(deps.chat, wish.userId);
    if (asker.kind === 'refused') return asker;
    if (!asker.isAdmin) return {kind: 'admins-only'};
    if (!deps.accountApi) return {kind: 'switched-off'};
    const path = readRawPath(wish.path);
    if (path.kind !== 'path') return {kind: `path-${path.kind}`};
    if (deps.zoom === undefined) return {kind: 'not-configured'};
    const subject = subjectOf(deps.zoom.consent, asker);
    if (subject === undefined) return {kind: 'no-zoom-user'};
    const outcome = await send(deps, deps.zoom.calls.as(subject, wish.signal), wish, path);
    deps.audit({
      event: 'raw-request',
      userId: asker.user.id,
      method: wish.method,
      path: path.shown.split('/').map(withoutAddressesInText).join('/'),
      isDone: outcome.kind === 'done',
    });
    return outcome;
  };

/** Where everybody has their own token, an administrator reaches in Zoom what they reach there themselves. */
function subjectOf(consent: ConsentBy, {user, hasZoomUser}: Asker): ZoomSubject | undefined {
  if (consent !== 'person') return {kind: 'server'};
  return hasZoomUser ? {kind: 'person', userId: user.id, email: user.email} : undefined;
}

async function send(
  {cleaning, logger}: SendRawDeps,
  zoom: ReturnType<Zoom['as']>,
  {method, query, body}: RawWish,
  path: Extract<RawPath, {kind: 'path'}>,
): Promise<RawOutcome> {
  try {
    const answer = await zoom.raw({method, path: path.parts, query: {...path.query, ...query}, body});
    return {kind: 'done', answer: cleaning.withoutSecrets(answer)};
  } catch (error) {
    if (!hasCode(error, 'zoom-trouble')) throw error;
    const {problem, logFields} = error.details;
    if (problem.kind === 'not-connected') return problem;
    logger.info('Zoom did not do what an administrator asked for', {problem: problem.kind, ...logFields});
    return {kind: 'zoom-trouble', problem, maybeDone: method !== 'GET' && mayHaveCreated(error)};
  }
}
