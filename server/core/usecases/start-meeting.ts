import {type Preferences, readPreferences} from '../../../contract/preferences.js';
import type {ExistingMeeting} from '../domain/existing-meeting.js';
import type {Chat, ChatUser} from '../ports/chat.js';
import type {Logger} from '../ports/logger.js';
import {isPortError} from '../ports/port-error.js';
import type {Zoom} from '../ports/zoom.js';
import {alreadyStarted, existingOf} from './already-started.js';
import {askBeforeStart} from './ask-before-start.js';
import {checkAccess} from './check-access.js';
import {findForeignMeeting, findOwnMeeting} from './find-existing-meeting.js';
import {explainZoom, openMeeting, type OpenMeetingDeps, type OpenMeetingInput} from './open-meeting.js';
import type {StartOutcome} from './start-outcome.js';

export interface StartInput extends Omit<OpenMeetingInput, 'meetingId'> {
  /** The acting user, asked for by the caller, who needs the language for the answer. */
  user: Promise<ChatUser | undefined>;
  /** Mattermost has made sure of it in the request that led here, and that the channel is not archived. */
  mayPostHere: boolean;
  /** As they say for this meeting; missing: as they have chosen for all of theirs. */
  meetingId?: 'unique' | 'personal' | undefined;
  /** What they have chosen, where the caller asks for it anyway. */
  preferences?: Promise<Readonly<Record<string, string>>>;
  /** They have been told how many people will read it. */
  isForMany?: boolean;
  /** The client in which it was asked for draws our cards, with their own buttons. */
  drawsCards: boolean;
}

export type StartMeeting = (input: StartInput) => Promise<StartOutcome>;

export interface StartMeetingDeps extends Omit<OpenMeetingDeps, 'zoom'> {
  chat: Chat;
  /** `undefined`: the settings lack what a connection needs, and nothing is started. */
  zoom: Zoom | undefined;
  trustUnverifiedEmails: boolean;
  restrictsDirectMessages: boolean;
  /** Starts in channels with more members are confirmed; 0: none are. */
  confirmAbove: number;
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

async function start(deps: ConnectedDeps, input: StartInput): Promise<StartOutcome> {
  const now = deps.clock.now();
  const {channelId} = input;
  const [access, foreign, meetingId] = await Promise.all([
    checkAccess({...deps, isByConsent: deps.consents !== undefined}, input),
    input.besides ? undefined : foreignMeetingIn(deps, channelId, now),
    input.meetingId ?? chosenMeetingId(deps, input),
  ]);
  if (access.kind !== 'granted') return access;
  // What a former process left here is settled first: nobody is to be sent to a card that may never come.
  if (await deps.intents.hasLeft(channelId)) await deps.finishInterrupted();
  const recent = await deps.intents.recent(input.userId, input, now);
  const repeated = recent && (await alreadyStarted(deps, recent));
  if (repeated !== undefined) return repeated;
  const existing = input.besides ? undefined : ((await findOwnMeeting(deps, input, now)) ?? foreign);
  if (existing !== undefined) return {kind: 'duplicate', existing};
  const stranger = access.email === undefined ? undefined : deps.strangers.recall(access.email);
  if (stranger !== undefined) return stranger;
  const question = await askBeforeStart(deps, {channelId, meetingId, isForMany: input.isForMany === true});
  if (question.kind !== 'clear') return question;
  return openMeeting(deps, {...input, meetingId: question.meetingId}, access);
}

/** Choices that cannot be read must not keep a meeting from starting. */
async function chosenMeetingId(
  {chat, logger}: ConnectedDeps,
  {userId, preferences}: StartInput,
): Promise<Preferences['id']> {
  try {
    return readPreferences(await (preferences ?? chat.preferences(userId))).id;
  } catch (error) {
    if (!isPortError(error)) throw error;
    logger.warn('The choices of a person could not be read', {error: error.message});
    return readPreferences({}).id;
  }
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

/** Before anything was created. */
function explain(logger: Logger, error: unknown): StartOutcome {
  if (!isPortError(error)) throw error;
  switch (error.code) {
    case 'zoom-trouble':
      return explainZoom(logger, error, false);
    case 'record-unreadable':
      return {kind: 'record-unreadable'};
    case 'store-unavailable':
      logger.error('The key-value store failed while a meeting was started', {error: error.message});
      return {kind: 'store-unavailable'};
    case 'chat-refused':
    case 'chat-unavailable':
    case 'bot-shut-out':
      logger.error('Mattermost failed while a meeting was started', {error: error.message});
      return {kind: error.code};
    // No file goes with a card that is started here.
    case 'file-refused':
      throw error;
  }
}
