import {type Card, type CardMeeting, cardState, isOver} from '../domain/card.js';
import type {ExistingMeeting} from '../domain/existing-meeting.js';
import {givenTopic} from '../domain/topic.js';
import type {Intent} from '../domain/intent.js';
import {displayName} from '../domain/person.js';
import {isSamePlace} from '../domain/start-place.js';
import {zoomUserMismatch, type ZoomUserMismatch} from '../domain/zoom-user-match.js';
import type {Cards} from '../ports/cards.js';
import type {Chat, ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Intents} from '../ports/intents.js';
import type {Logger} from '../ports/logger.js';
import {hasCode, isPortError} from '../ports/port-error.js';
import type {WebhookActivityLog} from '../ports/webhook-activity-log.js';
import type {ZoomMeeting} from '../ports/zoom/endpoints/create-meeting.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import type {ZoomProblem} from '../domain/zoom-problem.js';
import type {Zoom} from '../ports/zoom.js';
import {advisoryCard} from './advisory-card.js';
import {type Access, type AccessRefusal, checkAccess} from './check-access.js';
import {findForeignMeeting, findOwnMeeting} from './find-existing-meeting.js';
import type {PostIntent, PostOutcome} from './post-intent.js';
import type {RunningStarts} from './running-starts.js';
import type {StartAllowance} from './start-allowance.js';

export interface StartInput {
  userId: string;
  /** The acting user, asked for by the caller, who needs the language for the answer. */
  user: Promise<ChatUser | undefined>;
  channelId: string;
  rootId: string;
  /** Mattermost has made sure of it in the request that led here, and that the channel is not archived. */
  mayPostHere: boolean;
  /** '' for none. */
  topic: string;
  /** The person has been asked whether they want a meeting besides the one that is on. */
  besides: boolean;
  /** The caller's deadline: nothing new is begun after it. */
  signal: AbortSignal;
}

export type StartOutcome =
  | {kind: 'started'; card: Card}
  /** A double click: the first meeting is the answer. */
  | {kind: 'already-started'; existing: ExistingMeeting}
  /** Another meeting is on here: the person decides. */
  | {kind: 'duplicate'; existing: ExistingMeeting}
  /** The settings lack something that a connection to Zoom needs. */
  | {kind: 'not-configured'}
  | AccessRefusal
  /** This person has started as many as they may for now. `nextAt`: ms since the epoch. */
  | {kind: 'too-many'; nextAt: number}
  | {kind: 'not-in-zoom'; email: string; mismatch: ZoomUserMismatch | undefined}
  | {kind: 'zoom-trouble'; problem: ZoomProblem; maybeCreated: boolean}
  | {kind: 'store-unavailable'}
  /** Something that is stored and needed cannot be read by this version. */
  | {kind: 'record-unreadable'}
  | {kind: 'chat-unavailable'}
  /** The meeting exists, its card does not (yet). */
  | {kind: 'not-posted'; joinUrl: string; why: Exclude<PostOutcome['kind'], 'posted'>};

export type StartMeeting = (input: StartInput) => Promise<StartOutcome>;

export interface StartMeetingDeps {
  chat: Chat;
  /** `undefined`: the settings lack what a connection needs, and nothing is started. */
  zoom: Zoom | undefined;
  cards: Cards;
  intents: Intents;
  clock: Clock;
  logger: Logger;
  newId: () => string;
  postIntent: PostIntent;
  running: RunningStarts<StartOutcome>;
  allowance: StartAllowance;
  /** Told of each meeting that was started. */
  activity: Pick<WebhookActivityLog, 'note'>;
  accountId: string | undefined;
  trustUnverifiedEmails: boolean;
  restrictsDirectMessages: boolean;
  defaultTopic: string;
  /** Runs on beside the answer, and is waited for when the plugin stops. It does not reject. */
  inBackground: (work: Promise<unknown>) => void;
  /** Finishes what a former process of this node left. */
  finishInterrupted: () => Promise<void>;
}

/** Starts a meeting for the acting user: at most one meeting and one card, no matter what happens on the way. */
export const createStartMeeting =
  ({zoom, ...deps}: StartMeetingDeps): StartMeeting =>
  async (input) => {
    if (zoom === undefined) return {kind: 'not-configured'};
    return deps.running.join(
      `${input.userId} ${input.channelId} ${input.rootId}`,
      () => start({...deps, zoom}, input).catch((error: unknown) => explain(deps.logger, error)),
      (first) =>
        first.kind === 'started' ? {kind: 'already-started', existing: existingOf(first.card)} : first,
    );
  };

type ConnectedDeps = StartMeetingDeps & {zoom: Zoom};

const existingOf = (card: Card): ExistingMeeting => ({
  provider: 'Zoom',
  topic: givenTopic(card),
  isLive: cardState(card) === 'live',
  hostName: card.host.name,
  openedAt: card.openedAt,
  joinUrl: card.meeting.joinUrl,
  postId: card.postId || undefined,
});

async function start(deps: ConnectedDeps, input: StartInput): Promise<StartOutcome> {
  const now = deps.clock.now();
  const {channelId} = input;
  const [access, foreign] = await Promise.all([
    checkAccess(deps, input),
    input.besides ? undefined : foreignMeetingIn(deps, channelId, now),
  ]);
  if (access.kind !== 'granted') return access;
  // What a former process left here is settled first: nobody is to be sent to a card that may never come.
  if (await deps.intents.hasLeft(channelId)) await deps.finishInterrupted();
  const recent = await deps.intents.recent(input.userId, input, now);
  const repeated = recent && (await alreadyStarted(deps, recent));
  if (repeated !== undefined) return repeated;
  const existing = input.besides ? undefined : ((await findOwnMeeting(deps, input, now)) ?? foreign);
  if (existing !== undefined) return {kind: 'duplicate', existing};

  const nextAt = deps.allowance.spend(input.userId, now);
  if (nextAt !== undefined) return {kind: 'too-many', nextAt};
  return openMeeting(deps, input, access);
}

/** Nobody is kept from starting because we cannot see what other plugins have started. */
const foreignMeetingIn = (
  deps: ConnectedDeps,
  channelId: string,
  now: number,
): Promise<ExistingMeeting | undefined> =>
  findForeignMeeting(deps, channelId, now).catch((error: unknown) => {
    deps.logger.warn('The meetings of other plugins could not be looked for', {error: String(error)});
    return undefined;
  });

type Granted = Access & {kind: 'granted'};

/** The intent is written while Zoom looks for the person: this way neither waits for the other. */
async function openMeeting(deps: ConnectedDeps, input: StartInput, access: Granted): Promise<StartOutcome> {
  const intent = newIntent(deps, input, access);
  const lookup = findHost(deps, input, access);
  // Nobody asks for it where an earlier start turns out to be the answer; its failure tells nothing then.
  lookup.catch(() => undefined);
  const opened = await deps.intents.open(intent, input);
  if (opened.id !== intent.id) {
    const isRepeated = opened.userId === input.userId && isSamePlace(opened, input);
    return (isRepeated && (await alreadyStarted(deps, opened))) || duplicateOf(opened);
  }
  const found = await lookup.catch((error: unknown) => {
    close(deps, intent);
    throw error;
  });
  if (found.kind === 'found') return createMeeting(deps, input, intent, found.zoomUser);
  close(deps, intent);
  return found;
}

/** Told at once, so recovery has nothing to tell; if the store fails, it tells again after a restart. */
const close = ({inBackground, intents, logger}: StartMeetingDeps, intent: Intent): void =>
  inBackground(
    intents.close(intent).catch((error: unknown) => {
      logger.warn('A start that was given up stays on record', {error: String(error)});
    }),
  );

async function findHost(
  {zoom, accountId}: ConnectedDeps,
  {signal}: StartInput,
  {user, email}: Granted,
): Promise<{kind: 'found'; zoomUser: ZoomUser} | (StartOutcome & {kind: 'not-in-zoom'})> {
  const zoomUser = await zoom.as({kind: 'person', userId: user.id, email}, signal).findUser();
  const mismatch = zoomUser && zoomUserMismatch(zoomUser, {email, accountId});
  return zoomUser === undefined || mismatch !== undefined
    ? {kind: 'not-in-zoom', email, mismatch}
    : {kind: 'found', zoomUser};
}

/** The intent is open: every way out closes it, or leaves it with a meeting for recovery to finish. */
async function createMeeting(
  deps: ConnectedDeps,
  input: StartInput,
  intent: Intent,
  zoomUser: ZoomUser,
): Promise<StartOutcome> {
  let created: ZoomMeeting;
  try {
    const host = {kind: 'host', userId: intent.userId, zoomUserId: zoomUser.id} as const;
    created = await deps.zoom.as(host, input.signal).createMeeting({topic: intent.topic});
  } catch (error) {
    close(deps, intent);
    return {...explainZoom(deps.logger, error), maybeCreated: mayHaveCreated(error)};
  }
  const meeting: CardMeeting = {
    number: created.number,
    uuid: created.uuid,
    hostId: created.hostId ?? zoomUser.id,
    accountId: zoomUser.accountId ?? deps.accountId,
    joinUrl: created.joinUrl,
    passcode: created.passcode,
  };
  const posted = await deps.running.whilePosting(meeting.number, () =>
    deps.postIntent(intent, meeting, input.signal),
  );
  if (posted.kind === 'posted') {
    deps.activity.note({meetingAt: deps.clock.now()});
    deps.inBackground(posted.recorded);
    return {kind: 'started', card: posted.card};
  }
  if (posted.kind !== 'pending') close(deps, intent);
  return {kind: 'not-posted', joinUrl: meeting.joinUrl, why: posted.kind};
}

function newIntent(deps: StartMeetingDeps, input: StartInput, {user}: Granted): Intent {
  const now = deps.clock.now();
  return {
    id: deps.newId(),
    userId: user.id,
    username: user.username,
    name: displayName(user),
    channelId: input.channelId,
    rootId: input.rootId,
    ...(input.topic === '' ? {topic: deps.defaultTopic, hasDefaultTopic: true} : {topic: input.topic}),
    openedAt: now,
    claimedAt: now,
  };
}

const described = (intent: Intent): ExistingMeeting => ({
  provider: 'Zoom',
  topic: givenTopic(intent),
  isLive: false,
  hostName: intent.name,
  openedAt: intent.openedAt,
  joinUrl: intent.meeting?.joinUrl,
  postId: undefined,
});

const duplicateOf = (opened: Intent): StartOutcome => ({kind: 'duplicate', existing: described(opened)});

/** `undefined`: its meeting is already over, so nobody is sent there. */
async function alreadyStarted(
  {cards, intents}: StartMeetingDeps,
  intent: Intent,
): Promise<StartOutcome | undefined> {
  const card = await advisoryCard(cards, intent);
  if (card !== undefined && isOver(card)) {
    intents.drop(intent);
    return undefined;
  }
  return {kind: 'already-started', existing: card === undefined ? described(intent) : existingOf(card)};
}

/** Before anything was created. */
function explain(logger: Logger, error: unknown): StartOutcome {
  if (!isPortError(error)) throw error;
  switch (error.code) {
    case 'zoom-trouble':
      return {...explainZoom(logger, error), maybeCreated: false};
    case 'record-unreadable':
      return {kind: 'record-unreadable'};
    case 'store-unavailable':
      logger.error('The key-value store failed while a meeting was started', {error: error.message});
      return {kind: 'store-unavailable'};
    case 'chat-refused':
    case 'chat-unavailable':
      logger.error('Mattermost failed while a meeting was started', {error: error.message});
      return {kind: 'chat-unavailable'};
  }
}

function explainZoom(logger: Logger, error: unknown): {kind: 'zoom-trouble'; problem: ZoomProblem} {
  if (!hasCode(error, 'zoom-trouble')) throw error;
  logger.warn('Zoom did not start a meeting', {
    problem: error.details.problem.kind,
    ...error.details.logFields,
  });
  return {kind: 'zoom-trouble', problem: error.details.problem};
}

/** Zoom documents no idempotency key, so without a clear answer nobody knows. */
function mayHaveCreated(error: unknown): boolean {
  if (!hasCode(error, 'zoom-trouble')) return true;
  return ['timeout', 'unreachable', 'server-error', 'not-understood'].includes(error.details.problem.kind);
}
