import {cardState} from '../domain/card.js';
import {type ExistingMeeting, FOREIGN_MEETING_MS, foreignMeeting} from '../domain/existing-meeting.js';
import type {Cards} from '../ports/cards.js';
import type {Chat} from '../ports/chat.js';
import {INTENT_WINDOW, type Intent, type Intents} from '../ports/intents.js';

/** A meeting that nobody has opened within an hour is forgotten, not under way. */
const WAITING_MS = 60 * 60 * 1000;
/** More than one is rare: whoever is asked may start another. */
const MAX_CANDIDATES = 3;

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

/** Our own meeting that is live in the channel, or waits for its host. Costs nothing where there is none. */
export async function findOwnMeeting(
  deps: Omit<FindExistingMeetingDeps, 'chat'>,
  channelId: string,
  now: number,
): Promise<ExistingMeeting | undefined> {
  const candidates = (await deps.intents.inChannel(channelId)).slice(0, MAX_CANDIDATES);
  const found = await Promise.all(candidates.map((intent) => existing(deps, intent, now)));
  return found.find((meeting) => meeting !== undefined);
}

/** As long as it is not known to be over. */
async function existing(
  {cards, intents}: Omit<FindExistingMeetingDeps, 'chat'>,
  intent: Intent,
  now: number,
): Promise<ExistingMeeting | undefined> {
  const {meeting, openedAt, topic, name} = intent;
  const described = {provider: 'Zoom', topic, hostName: name, openedAt, joinUrl: meeting?.joinUrl};
  if (meeting === undefined) {
    return openedAt + INTENT_WINDOW > now ? {...described, postId: undefined} : undefined;
  }
  const card = (await cards.ofMeeting(meeting.number)).cards.find(({id}) => id === intent.id);
  if (card === undefined)
    return openedAt + INTENT_WINDOW > now ? {...described, postId: undefined} : undefined;
  const state = cardState(card);
  const isForgotten = state === 'waiting' && openedAt + WAITING_MS <= now;
  if (state === 'ended' || card.postGone === true) {
    intents.drop(intent);
    return undefined;
  }
  return isForgotten ? undefined : {...described, postId: card.postId || undefined};
}
