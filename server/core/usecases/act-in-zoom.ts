import type {ZoomProblem} from '../domain/zoom-problem.js';
import type {PersonRefusal} from '../domain/who-may-start.js';
import type {Chat} from '../ports/chat.js';
import type {Logger} from '../ports/logger.js';
import {hasCode} from '../ports/port-error.js';
import {hostOf} from '../ports/zoom/host-of.js';
import type {Operation} from '../ports/zoom/operation.js';
import {type OperationName, operations} from '../ports/zoom/operations.js';
import type {Zoom} from '../ports/zoom.js';
import type {ConsentBy} from '../domain/zoom-connection.js';
import {type Aim, aimInZoom, isAbsence, type NotAimed, type OperationInput} from './aim-in-zoom.js';
import type {FindSelf} from './find-self.js';
import {type Asker, judgeAsker} from './judge-asker.js';
import {mayHaveCreated} from './open-meeting.js';
import {type NotSent, sendOnce, type SendOnceDeps} from './send-once.js';
import type {NotConnected} from './start-outcome.js';
import {withoutPasscodes} from './without-passcodes.js';

/** What came of a wish to do something in Zoom. */
export type ActOutcome =
  /** `answer`: JSON, with nothing in it that the asker may not know. */
  | {kind: 'done'; answer: unknown}
  | {kind: 'refused'; reason: PersonRefusal}
  /** The settings lack something that a connection to Zoom needs. */
  | {kind: 'not-configured'}
  /** It is about the whole account. */
  | {kind: 'admins-only'}
  | {kind: 'switched-off'}
  | NotAimed
  | NotSent
  /** Zoom knows nothing by this name. */
  | {kind: 'not-there'}
  | NotConnected
  /** `maybeDone`: nobody knows whether Zoom has done it. */
  | {kind: 'zoom-trouble'; problem: Exclude<ZoomProblem, NotConnected>; maybeDone: boolean};

export interface ActRequest {
  userId: string;
  operation: OperationName;
  /** As the schemas of the operation read it. */
  input: OperationInput;
  /** Of a creation: with the same one, nothing is made twice. */
  key?: string | undefined;
  signal: AbortSignal;
}

/** Rejects with what the chat rejects with, and with a store error. */
export type ActInZoom = (request: ActRequest) => Promise<ActOutcome>;

export interface ActInZoomDeps extends SendOnceDeps {
  chat: Pick<Chat, 'user'>;
  /** `undefined`: the settings lack what a connection needs. */
  zoom: {calls: Zoom; consent: ConsentBy; findSelf: FindSelf} | undefined;
  /** What is about the whole account is switched on. */
  accountApi: boolean;
}

/** Does something in Zoom in the name of whoever asks. Where it is denied, nothing was sent. */
export const createActInZoom =
  (deps: ActInZoomDeps): ActInZoom =>
  async (request) => {
    const asker = await judgeAsker(deps.chat, request.userId);
    if (asker.kind === 'refused') return asker;
    const row: Operation = operations[request.operation];
    if (isAccountWide(row) && !asker.isAdmin) return {kind: 'admins-only'};
    if (isAccountWide(row) && !deps.accountApi) return {kind: 'switched-off'};
    if (deps.zoom === undefined) return {kind: 'not-configured'};
    try {
      return await act(deps, deps.zoom, {...request, row, asker});
    } catch (error) {
      return explain(deps.logger, request.operation, error);
    }
  };

/** People and phone calls are matters of those who administer the account, their own ones included. */
export const isAccountWide = ({of, feature}: Operation): boolean =>
  of === 'account' || feature === 'users' || feature === 'phone';

type Connected = NonNullable<ActInZoomDeps['zoom']>;
type Wish = ActRequest & {row: Operation; asker: Asker};

async function act(
  deps: ActInZoomDeps,
  {calls, consent, findSelf}: Connected,
  wish: Wish,
): Promise<ActOutcome> {
  const aim = await aimInZoom({zoom: calls, consent, findSelf}, wish);
  if (aim.kind !== 'aim') return aim;
  const sent = await sendKeyed(deps, calls, wish, aim).catch((error: unknown) => {
    // Nobody learns whether somebody else has it.
    if (aim.host === 'to-be-judged' && isAbsence(error)) return {kind: 'sent', answer: undefined} as const;
    throw error;
  });
  if (sent.kind !== 'sent') return sent;
  const {answer} = sent;
  if (aim.host === 'to-be-judged' && hostOf(answer) !== aim.zoomUserId) return {kind: 'not-theirs'};
  return {kind: 'done', answer: await forAsker(findSelf, wish, aim, answer)};
}

async function sendKeyed(
  deps: ActInZoomDeps,
  zoom: Zoom,
  wish: Wish,
  aim: Aim,
): Promise<{kind: 'sent'; answer: unknown} | NotSent> {
  const {userId, operation, input, key, row} = wish;
  const once = (): Promise<unknown> => send(zoom, wish, aim);
  if (key === undefined || row.isCreation === undefined) return {kind: 'sent', answer: await once()};
  return sendOnce(deps, {userId, key, request: JSON.stringify([operation, input])}, once);
}

async function send(zoom: Zoom, {operation, signal}: Wish, {subject, input}: Aim): Promise<unknown> {
  const calls = zoom.as(subject, signal).operations as unknown as Record<
    OperationName,
    (input: OperationInput) => Promise<unknown>
  >;
  return calls[operation](input);
}

/** Whether an administrator hosts what they asked for matters only where there is a passcode in it. */
async function forAsker(
  findSelf: FindSelf,
  {asker, signal}: Wish,
  {host, zoomUserId}: Aim,
  answer: unknown,
): Promise<unknown> {
  const known = withoutPasscodes(answer, {zoomUserId, isHost: host !== 'anybody'});
  const isTold = host !== 'anybody' || JSON.stringify(known) === JSON.stringify(answer);
  if (isTold || !asker.hasZoomUser) return known;
  const self = await findSelf(asker.user, signal).catch(() => undefined);
  if (self?.kind !== 'found') return known;
  return withoutPasscodes(answer, {zoomUserId: self.zoomUser.id, isHost: false});
}

function explain(logger: Logger, operation: OperationName, error: unknown): ActOutcome {
  if (!hasCode(error, 'zoom-trouble')) throw error;
  const {problem, logFields} = error.details;
  // Nobody has to look after these but whoever asked.
  if (problem.kind === 'not-connected') return problem;
  const isRead = operations[operation].method === 'GET';
  if (problem.kind === 'refused' && isAbsence(error)) return {kind: 'not-there'};
  logger.warn('Zoom did not do what it was asked through the API', {problem: problem.kind, ...logFields});
  return {kind: 'zoom-trouble', problem, maybeDone: !isRead && mayHaveCreated(error)};
}
