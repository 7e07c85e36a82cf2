import {kindOf} from '../domain/card-kind.js';
import {cardState, isOver} from '../domain/card.js';
import type {Intent} from '../domain/intent.js';
import {type ExistingMeeting, FOREIGN_MEETING_MS, foreignMeeting} from '../domain/existing-meeting.js';
import {isAskedAboutWhileWaiting, type StartPlace} from '../domain/start-place.js';
import {givenTopic} from '../domain/topic.js';
import type {Cards} from '../ports/cards.js';
import type {Chat} from '../ports/chat.js';
import {INTENT_WINDOW, type Intents} from '../ports/intents.js';
import {advisoryCard} from './advisory-card.js';

/** Nobody waits longer than this for a host: such a meeting is not about to begin, it was forgotten. */
const WAITING_MS = 10 * 60 * 1000;

interface FindExistingMeetingDeps {
  chat: Chat;
  cards: Cards;
  intents: Intents;
}

/** What another plugin has just started in the channel. */
export async function findForeignMeeting(
  {chat}: Pick<FindExistingMeetingDeps, 'chat'>,
  channelId: string,
  now: number,
): Promise<ExistingMeeting | undefined> {
  const posts = await chat.postsSince(channelId, now - FOREIGN_MEETING_MS);
  return posts
    .filter(({createdAt}) => createdAt + FOREIGN_MEETING_MS > now)
    .sort((a, b) => b.createdAt - a.createdAt)
    .map(foreignMeeting)
    .find((meeting) => meeting !== undefined);
}

/**
 * Our own meeting that a start at `place` is asked about: one that is live anywhere in the channel, or one that waits
 * for its host close by (docs/adr/0016 has the table). Costs nothing if there is none.
 */
export async function findOwnMeeting(
  deps: Omit<FindExistingMeetingDeps, 'chat'>,
  place: StartPlace,
  now: number,
): Promise<ExistingMeeting | undefined> {
  const candidates = await deps.intents.inChannel(place.channelId);
  const found = await Promise.all(candidates.map((intent) => existing(deps, intent, place, now)));
  return found.find((meeting) => meeting !== undefined);
}

async function existing(
  {cards, intents}: Omit<FindExistingMeetingDeps, 'chat'>,
  intent: Intent,
  place: StartPlace,
  now: number,
): Promise<ExistingMeeting | undefined> {
  const {meeting, openedAt, name} = intent;
  const described = {
    provider: 'Zoom',
    topic: givenTopic(intent),
    isLive: false,
    hostName: name,
    openedAt,
    joinUrl: meeting?.joinUrl,
  };
  const card = await advisoryCard(cards, intent);
  // What is planned is asked about once it has begun: until then it is no reason not to meet now.
  const {isPlanned} = kindOf(intent);
  if (card === undefined) {
    const isUnderWay =
      !isPlanned && openedAt + INTENT_WINDOW > now && isAskedAboutWhileWaiting(intent, place);
    return isUnderWay ? {...described, postId: undefined} : undefined;
  }
  if (isOver(card) || card.postGone === true) {
    intents.drop(intent);
    return undefined;
  }
  const isLive = cardState(card) === 'live';
  const isAboutToBegin = !isPlanned && openedAt + WAITING_MS > now && isAskedAboutWhileWaiting(card, place);
  const isAskedAbout = isLive || isAboutToBegin;
  return isAskedAbout ? {...described, isLive, postId: card.postId || undefined} : undefined;
}
