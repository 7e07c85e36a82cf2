import type {CardMeeting} from '../domain/card.js';
import type {Intent} from '../domain/intent.js';
import {displayName} from '../domain/person.js';
import {isSamePlace} from '../domain/start-place.js';
import type {Cards} from '../ports/cards.js';
import type {Clock} from '../ports/clock.js';
import type {Intents} from '../ports/intents.js';
import type {Logger} from '../ports/logger.js';
import {hasCode} from '../ports/port-error.js';
import type {WebhookActivityLog} from '../ports/webhook-activity-log.js';
import type {ZoomMeeting} from '../ports/zoom/endpoints/create-meeting.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import type {Allowance} from './allowance.js';
import {alreadyStarted, described} from './already-started.js';
import type {Access} from './check-access.js';
import {findPersonalMeeting} from './find-personal-meeting.js';
import {findHost, type FindHostDeps, type NotInZoom} from './find-host.js';
import type {PostIntent} from './post-intent.js';
import type {RecentStrangers} from './recent-strangers.js';
import type {RunningStarts} from './running-starts.js';
import type {StartOutcome} from './start-outcome.js';

export interface OpenMeetingInput {
  userId: string;
  channelId: string;
  rootId: string;
  /** '' for none. */
  topic: string;
  meetingId: 'unique' | 'personal';
  /** The person has been asked whether they want a meeting besides the one that is on. */
  besides: boolean;
  /** The caller's deadline: nothing new is begun after it. */
  signal: AbortSignal;
}

export interface OpenMeetingDeps extends FindHostDeps {
  cards: Cards;
  intents: Intents;
  clock: Clock;
  logger: Logger;
  newId: () => string;
  postIntent: PostIntent;
  running: RunningStarts<StartOutcome>;
  allowance: Allowance;
  strangers: RecentStrangers<NotInZoom>;
  /** Told of each meeting that was started. */
  activity: Pick<WebhookActivityLog, 'note'>;
  defaultTopic: string;
  /** Runs on beside the answer, and is waited for when the plugin stops. It does not reject. */
  inBackground: (work: Promise<unknown>) => void;
}

type Granted = Access & {kind: 'granted'};

/** The intent is written while Zoom looks for the person: this way neither waits for the other. */
export async function openMeeting(
  deps: OpenMeetingDeps,
  input: OpenMeetingInput,
  access: Granted,
): Promise<StartOutcome> {
  const {userId} = input;
  const intent = newIntent(deps, input, access);
  const attempt = {id: intent.id, at: intent.openedAt};
  const nextAt = deps.allowance.spend(userId, attempt);
  if (nextAt !== undefined) return {kind: 'too-many', nextAt};
  const lookup = findHost(deps, {userId: access.user.id, email: access.email}, input.signal);
  // Nobody asks for it where an earlier start turns out to be the answer; its failure tells nothing then.
  lookup.catch(() => undefined);
  const opening = await deps.intents.open(intent, {
    besides: input.besides,
    limit: (others) => deps.allowance.nextAt(userId, attempt, others),
  });
  if (opening.kind === 'too-many') return opening;
  if (opening.kind === 'earlier') {
    const {earlier} = opening;
    const isRepeated = earlier.userId === userId && isSamePlace(earlier, input);
    return (isRepeated && (await alreadyStarted(deps, earlier))) || duplicateOf(earlier);
  }
  const found = await lookup.catch((error: unknown) => {
    close(deps, intent);
    throw error;
  });
  if (found.kind === 'found') {
    const host = {zoomUser: found.zoomUser, isByConsent: access.email === undefined};
    return input.meetingId === 'personal'
      ? openPersonal(deps, input, intent, host)
      : createMeeting(deps, input, intent, found.zoomUser);
  }
  close(deps, intent);
  return found;
}

/** Told at once, so recovery has nothing to tell; if the store fails, it tells again after a restart. */
const close = ({inBackground, intents, logger}: OpenMeetingDeps, intent: Intent): void =>
  inBackground(
    intents.close(intent).catch((error: unknown) => {
      logger.warn('A start that was given up stays on record', {error: String(error)});
    }),
  );

/** Nothing is created for it. Where it is switched off in Zoom, the meeting has another number, and that is said. */
async function openPersonal(
  deps: OpenMeetingDeps,
  input: OpenMeetingInput,
  intent: Intent,
  host: {zoomUser: ZoomUser; isByConsent: boolean},
): Promise<StartOutcome> {
  let meeting: CardMeeting | undefined;
  try {
    meeting = await findPersonalMeeting(deps, {...host, userId: intent.userId}, input.signal);
  } catch (error) {
    close(deps, intent);
    return explainZoom(deps.logger, error, false);
  }
  if (meeting !== undefined) return post(deps, input, {...intent, kind: 'personal'}, meeting);
  const outcome = await createMeeting(deps, input, intent, host.zoomUser);
  return outcome.kind === 'started' ? {...outcome, instead: 'unique'} : outcome;
}

/** The intent is open: every way out closes it, or leaves it with a meeting for recovery to finish. */
async function createMeeting(
  deps: OpenMeetingDeps,
  input: OpenMeetingInput,
  intent: Intent,
  zoomUser: ZoomUser,
): Promise<StartOutcome> {
  let created: ZoomMeeting;
  try {
    const host = {kind: 'host', userId: intent.userId, zoomUserId: zoomUser.id} as const;
    created = await deps.zoom.as(host, input.signal).createMeeting({topic: intent.topic});
  } catch (error) {
    close(deps, intent);
    return explainZoom(deps.logger, error, mayHaveCreated(error));
  }
  const meeting: CardMeeting = {
    number: created.number,
    uuid: created.uuid,
    hostId: created.hostId ?? zoomUser.id,
    accountId: zoomUser.accountId ?? deps.accountId,
    joinUrl: created.joinUrl,
    passcode: created.passcode,
  };
  return post(deps, input, intent, meeting);
}

async function post(
  deps: OpenMeetingDeps,
  {signal}: OpenMeetingInput,
  intent: Intent,
  meeting: CardMeeting,
): Promise<StartOutcome> {
  const posted = await deps.running.whilePosting(meeting.number, () =>
    deps.postIntent(intent, meeting, signal),
  );
  if (posted.kind === 'posted') {
    deps.activity.note({meetingAt: deps.clock.now()});
    deps.inBackground(posted.recorded);
    return {kind: 'started', card: posted.card};
  }
  if (posted.kind !== 'pending') close(deps, intent);
  return {kind: 'not-posted', joinUrl: meeting.joinUrl, why: posted.kind};
}

function newIntent(deps: OpenMeetingDeps, input: OpenMeetingInput, {user}: Granted): Intent {
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

const duplicateOf = (opened: Intent): StartOutcome => ({kind: 'duplicate', existing: described(opened)});

export function explainZoom(
  logger: Logger,
  error: unknown,
  maybeCreated: boolean,
): Extract<StartOutcome, {kind: 'zoom-trouble' | 'not-connected'}> {
  if (!hasCode(error, 'zoom-trouble')) throw error;
  const {problem, logFields} = error.details;
  // Nobody has to look after that but the person who is told.
  if (problem.kind === 'not-connected') return problem;
  logger.warn('Zoom did not start a meeting', {problem: problem.kind, ...logFields});
  return {kind: 'zoom-trouble', problem, maybeCreated};
}

/** Zoom documents no idempotency key, so without a clear answer nobody knows. */
export function mayHaveCreated(error: unknown): boolean {
  if (!hasCode(error, 'zoom-trouble')) return true;
  if (error.details.isUnsent === true) return false;
  return ['timeout', 'unreachable', 'server-error', 'not-understood'].includes(error.details.problem.kind);
}
