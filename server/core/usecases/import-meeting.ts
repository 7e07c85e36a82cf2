import type {ImportKind} from '../../../contract/import.js';
import type {LinkHosts} from '../../../contract/link-rules.js';
import {type Card, type CardMeeting, isOver} from '../domain/card.js';
import type {Intent} from '../domain/intent.js';
import {displayName} from '../domain/person.js';
import {type Picture, readPicture} from '../domain/picture.js';
import {readLocalWords} from '../domain/local-words.js';
import type {StartPlace} from '../domain/start-place.js';
import type {Cards} from '../ports/cards.js';
import type {Chat, ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Intents} from '../ports/intents.js';
import type {Logger} from '../ports/logger.js';
import {type FileObstacle, hasCode} from '../ports/port-error.js';
import type {Zoom} from '../ports/zoom.js';
import type {Allowance} from './allowance.js';
import {type Access, checkAccess} from './check-access.js';
import {findHost} from './find-host.js';
import type {IdentifyDeps} from './identify-in-zoom.js';
import {importTrouble, type ImportTrouble} from './import-trouble.js';
import {lookAtPlanned, type LookOutcome} from './look-at-planned.js';
import {manyReaders} from './many-readers.js';
import type {PostIntent, PostOutcome} from './post-intent.js';
import type {RunningStarts} from './running-starts.js';

/** A card of it is in the channel already, or about to be. `postId`: `undefined` until it is there. */
export interface AlreadyHere {
  kind: 'already-here';
  postId: string | undefined;
}

export type ImportOutcome =
  | {kind: 'imported'; card: Card}
  | AlreadyHere
  /** So many people will read it: the person has to say first that they know. */
  | {kind: 'large-channel'; members: number}
  | {kind: 'bad-picture'}
  /** Mattermost did not take the picture. */
  | {kind: 'picture-refused'; because: FileObstacle}
  | Exclude<LookOutcome, {kind: 'planned'}>
  /** Its card is not there (yet). */
  | {kind: 'not-posted'; joinUrl: string; why: Exclude<PostOutcome['kind'], 'posted'>}
  | ImportTrouble;

export interface ImportInput extends StartPlace {
  userId: string;
  user: Promise<ChatUser | undefined>;
  /** 'either': whoever asks does not know. */
  kind: ImportKind | 'either';
  number: string;
  /** Seen here alone; '' and missing: as in Zoom. */
  title?: string | undefined;
  description?: string | undefined;
  picture?: Picture | undefined;
  /** Mattermost has made sure of it in the request that led here, and that the channel is not archived. */
  mayPostHere: boolean;
  /** They know how many people read it. */
  isForMany: boolean;
  /** The caller's deadline: nothing new is begun after it. */
  signal: AbortSignal;
}

export type ImportMeeting = (input: ImportInput) => Promise<ImportOutcome>;

export interface ImportMeetingDeps extends Omit<IdentifyDeps, 'zoom'> {
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  chat: Chat;
  cards: Cards;
  intents: Intents;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  newId: () => string;
  allowance: Pick<Allowance, 'spend'>;
  postIntent: PostIntent;
  /** Two presses for the same meeting and place in this process are one. */
  running: Pick<RunningStarts<ImportOutcome>, 'join'>;
  whilePosting: RunningStarts<unknown>['whilePosting'];
  hosts: LinkHosts;
  restrictsDirectMessages: boolean;
  confirmAbove: number;
  defaultTopic: string;
  /** Finishes what a former process of this node left. */
  finishInterrupted: () => Promise<void>;
  /** Runs on beside the answer, and is waited for when the plugin stops. It does not reject. */
  inBackground: (work: Promise<unknown>) => void;
}

/** Brings what its host has planned in Zoom into a channel: one card, whatever happens on the way. */
export const createImportMeeting =
  ({zoom, ...deps}: ImportMeetingDeps): ImportMeeting =>
  async (input) => {
    if (zoom === undefined) return {kind: 'not-configured'};
    return deps.running.join(
      `${input.userId} ${input.channelId} ${input.number}`,
      () => importOne({...deps, zoom}, input).catch((error: unknown) => importTrouble(deps.logger, error)),
      (first) => (first.kind === 'imported' ? {kind: 'already-here', postId: first.card.postId} : first),
    );
  };

type Connected = ImportMeetingDeps & {zoom: Zoom};

async function importOne(deps: Connected, input: ImportInput): Promise<ImportOutcome> {
  const {userId, channelId, number, signal} = input;
  const picture = input.picture && readPicture(input.picture);
  if (input.picture !== undefined && picture === undefined) return {kind: 'bad-picture'};
  const access = await checkAccess({...deps, isByConsent: deps.consents !== undefined}, input);
  if (access.kind !== 'granted') return access;
  if (await deps.intents.hasLeft(channelId)) await deps.finishInterrupted();
  const here = await cardHere(deps, input);
  if (here !== undefined) return here;
  const members = input.isForMany ? undefined : await manyReaders(deps, channelId);
  if (members !== undefined) return {kind: 'large-channel', members};
  const attempt = {id: deps.newId(), at: deps.clock.now()};
  const nextAt = deps.allowance.spend(userId, attempt);
  if (nextAt !== undefined) return {kind: 'too-many', nextAt};
  const stranger = access.email === undefined ? undefined : deps.strangers.recall(access.email);
  if (stranger !== undefined) return stranger;
  const found = await findHost(deps, {userId, email: access.email}, signal);
  if (found.kind !== 'found') return found;
  const seen = await lookAtPlanned(
    deps,
    {userId, zoomUser: found.zoomUser, kind: input.kind, number},
    signal,
  );
  if (seen.kind !== 'planned') return seen;
  const shown = seen.held && (await cardOfHeld(deps, input, seen.held.uuid));
  if (shown !== undefined) return shown;
  return post(deps, input, newIntent(deps, {input, access, seen, id: attempt.id}), picture);
}

/** What is in the channel of this number already, and not over. */
async function cardHere(
  {cards, intents}: Connected,
  {channelId, number}: ImportInput,
): Promise<AlreadyHere | undefined> {
  const stored = await cards.ofNumber(number);
  const isHere = (card: Card): boolean =>
    card.channelId === channelId && !isOver(card) && card.postGone !== true;
  const card = stored.cards.find(isHere);
  if (card !== undefined) return {kind: 'already-here', postId: card.postId || undefined};
  const isComing = (await intents.allKnown()).some(
    (intent) => intent.channelId === channelId && intent.meeting?.number === number,
  );
  return isComing ? {kind: 'already-here', postId: undefined} : undefined;
}

/** The card of something that was over before, and so is the card. */
async function cardOfHeld(
  {cards}: Connected,
  {channelId, number}: ImportInput,
  uuid: string,
): Promise<AlreadyHere | undefined> {
  const card = (await cards.ofNumber(number)).cards.find(
    ({meeting, postGone, ...one}) =>
      one.channelId === channelId && meeting.uuid === uuid && postGone !== true,
  );
  return card && {kind: 'already-here', postId: card.postId || undefined};
}

/** What recovery finishes, whenever it is interrupted: it knows its meeting from the start. */
type WantedCard = Intent & {meeting: CardMeeting};

interface Seen {
  input: ImportInput;
  access: Access & {kind: 'granted'};
  seen: LookOutcome & {kind: 'planned'};
  id: string;
}

function newIntent(deps: Connected, {input, access, seen, id}: Seen): WantedCard {
  const now = deps.clock.now();
  const {user} = access;
  const local = readLocalWords(input);
  const topic = local?.title ?? seen.plan.topic;
  return {
    id,
    kind: seen.cardKind,
    userId: user.id,
    username: user.username,
    name: displayName(user),
    channelId: input.channelId,
    rootId: input.rootId,
    ...(topic === undefined ? {topic: deps.defaultTopic, hasDefaultTopic: true} : {topic}),
    plan: seen.plan,
    ...(seen.held && {held: seen.held}),
    ...(local && {local}),
    meeting: seen.meeting,
    openedAt: now,
    claimedAt: now,
  };
}

async function post(
  deps: Connected,
  {signal}: ImportInput,
  intent: WantedCard,
  picture: Picture | undefined,
): Promise<ImportOutcome> {
  signal.throwIfAborted();
  const {meeting} = intent;
  const posted = await deps.whilePosting(meeting.number, async () => {
    const opening = await deps.intents.open(intent);
    return opening.kind === 'opened'
      ? deps.postIntent(intent, meeting, signal, picture).catch(unlessPicture)
      : ({kind: 'already-here', postId: undefined} as const);
  });
  switch (posted.kind) {
    case 'already-here':
      return posted;
    case 'posted':
      deps.inBackground(posted.recorded);
      return {kind: 'imported', card: posted.card};
    case 'picture-refused':
      deps.inBackground(close(deps, intent));
      return posted;
    case 'pending':
      break;
    default:
      deps.inBackground(close(deps, intent));
  }
  return {kind: 'not-posted', joinUrl: meeting.joinUrl, why: posted.kind};
}

function unlessPicture(error: unknown): {kind: 'picture-refused'; because: FileObstacle} {
  if (hasCode(error, 'file-refused')) return {kind: 'picture-refused', because: error.details.because};
  throw error;
}

/** Told at once, so recovery has nothing to tell. */
const close = ({intents, logger}: Connected, intent: Intent): Promise<void> =>
  intents.close(intent).catch((error: unknown) => {
    logger.warn('A card that was given up stays on record as wanted', {error: String(error)});
  });
