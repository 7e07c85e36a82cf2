import {applyEvent} from '../domain/apply-event.js';
import {kindOf} from '../domain/card-kind.js';
import type {Card, CardMeeting} from '../domain/card.js';
import type {Intent} from '../domain/intent.js';
import type {Cards} from '../ports/cards.js';
import type {Chat, OutgoingFile} from '../ports/chat.js';
import type {Intents} from '../ports/intents.js';
import type {Logger} from '../ports/logger.js';
import type {Metrics} from '../ports/metrics.js';
import {hasCode, isChatError, isStoreError} from '../ports/port-error.js';
import {cardRevision} from './card-revision.js';
import {lookAgain} from './check-access.js';
import type {DrawCard} from './draw-card.js';
import type {KeepInSight} from './keep-in-sight.js';

export type PostOutcome =
  /**
   * The card is in the channel. `recorded` never rejects and says whether it is on record, too: nobody has to wait for
   * it, as recovery finds a card that was posted. Before, no webhook finds it.
   */
  | {kind: 'posted'; card: Card; recorded: Promise<boolean>}
  /**
   * For good: the channel is archived, the person may not post there any more, or Mattermost refused the post. The
   * caller tells it and closes the intent.
   */
  | {kind: 'archived'}
  | {kind: 'forbidden'}
  | {kind: 'refused'}
  /** For the moment: the intent stays, and recovery posts the card. */
  | {kind: 'pending'};

/** From "Zoom has created it" to "the card is in the channel". `file` goes with the post; nothing stores it. */
export type PostIntent = (
  intent: Intent,
  meeting: CardMeeting,
  signal: AbortSignal,
  file?: OutgoingFile,
) => Promise<PostOutcome>;

interface PostIntentDeps {
  chat: Chat;
  cards: Cards;
  intents: Intents;
  logger: Logger;
  drawCard: DrawCard;
  metrics: Pick<Metrics, 'meetingsStarted'>;
  /** Called when an intent was left for recovery. */
  leftBehind: () => void;
  /** Called with a card that is on record. */
  keepInSight: KeepInSight;
  /** Called when the card is on record: from now on somebody has to notice the end of its meeting. */
  watch: (card: Card) => void;
}

export const createPostIntent =
  (deps: PostIntentDeps): PostIntent =>
  async (intent, meeting, signal, file) => {
    try {
      return await post(deps, {intent, meeting, file}, signal);
    } catch (error) {
      if (hasCode(error, 'chat-refused')) {
        deps.logger.warn('Mattermost refused a meeting card', {
          error: error.message,
          channelId: intent.channelId,
        });
        return {kind: 'refused'};
      }
      if (!(isChatError(error) || isStoreError(error) || signal.aborted)) throw error;
      deps.logger.error('A meeting card could not be posted yet', {channelId: intent.channelId});
      deps.leftBehind();
      return {kind: 'pending'};
    }
  };

interface Posting {
  intent: Intent;
  meeting: CardMeeting;
  file: OutgoingFile | undefined;
}

async function post(
  deps: PostIntentDeps,
  {intent, meeting, file}: Posting,
  signal: AbortSignal,
): Promise<PostOutcome> {
  // The meeting is on record before anything else happens to it.
  const [, place] = await Promise.all([
    deps.intents.attachMeeting(intent, meeting),
    lookAgain(deps.chat, intent),
  ]);
  if (place !== 'may-post') return {kind: place};
  signal.throwIfAborted();
  const draft = cardOf(intent, meeting);
  const {postId} = await deps.chat.createPost({
    channelId: intent.channelId,
    rootId: intent.rootId,
    content: deps.drawCard(draft),
    ...(file && {file}),
  });
  if (!kindOf(draft).isPlanned) deps.metrics.meetingsStarted.add();
  const card: Card = {...draft, postId};
  return {kind: 'posted', card, recorded: record(deps, intent, card)};
}

async function record(deps: PostIntentDeps, intent: Intent, card: Card): Promise<boolean> {
  try {
    await deps.cards.add(card);
  } catch (error) {
    const {channelId} = intent;
    deps.logger.error('A meeting card could not be put on record yet', {channelId, error: String(error)});
    deps.leftBehind();
    return false;
  }
  deps.intents.forget(intent);
  deps.keepInSight(card);
  deps.watch(card);
  return true;
}

/** The first version of the card; `postId` is not known yet. */
export function cardOf(intent: Intent, meeting: CardMeeting): Card {
  const opened: Card = {
    id: intent.id,
    kind: intent.kind ?? 'instant',
    postId: '',
    channelId: intent.channelId,
    rootId: intent.rootId,
    host: {userId: intent.userId, username: intent.username, name: intent.name},
    topic: intent.topic,
    ...(intent.hasDefaultTopic && {hasDefaultTopic: true}),
    meeting,
    ...(intent.plan !== undefined && {plan: intent.plan}),
    ...(intent.local !== undefined && {local: intent.local}),
    openedAt: intent.openedAt,
    shown: '',
  };
  const card = intent.held === undefined ? ranAlready(opened) : wasHeld(opened, intent.held);
  return {...card, shown: cardRevision(card)};
}

/** It is over since before the card. */
const wasHeld = (card: Card, held: NonNullable<Intent['held']>): Card =>
  applyEvent(card, {kind: 'ended', number: card.meeting.number, ...held, receivedAt: card.openedAt});

/** Under a number that is used again, something may run; Zoom named its UUID then. */
function ranAlready(card: Card): Card {
  const {number, uuid} = card.meeting;
  if (!kindOf(card).isUsedAgain || uuid === undefined) return card;
  return applyEvent(card, {kind: 'started', number, uuid, receivedAt: card.openedAt});
}
