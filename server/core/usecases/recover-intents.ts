import type {Card, CardMeeting} from '../domain/card.js';
import {harmless} from '../domain/harmless.js';
import type {Intent} from '../domain/intent.js';
import {cardIdOf} from '../domain/post-props.js';
import {givenTopic} from '../domain/topic.js';
import type {Cards} from '../ports/cards.js';
import type {Chat} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import {INTENT_WINDOW, type Intents} from '../ports/intents.js';
import type {Logger} from '../ports/logger.js';
import {hasCode, isChatError, isStoreError} from '../ports/port-error.js';
import type {Texts} from '../ports/texts.js';
import {cardOf, type PostIntent} from './post-intent.js';

/** Finishes what an interruption left; resolves to when it should be asked again (ms since the epoch), if ever. */
export type RecoverIntents = () => Promise<number | undefined>;

interface RecoverIntentsDeps {
  chat: Chat;
  cards: Cards;
  intents: Intents;
  clock: Clock;
  logger: Logger;
  texts: Texts;
  postIntent: PostIntent;
  /** As for a start that was not interrupted. */
  watch: (card: Card) => void;
}

export const createRecoverIntents =
  (deps: RecoverIntentsDeps): RecoverIntents =>
  async () => {
    const now = deps.clock.now();
    let again: number | undefined;
    for (const intent of await deps.intents.all()) {
      const free = deps.intents.freeAt(intent);
      const due = free <= now ? await recoverOne(deps, intent, now) : free;
      if (due !== undefined) again = Math.min(due, again ?? due);
    }
    return again;
  };

/** @returns when to ask again, if it is not finished. */
async function recoverOne(
  deps: RecoverIntentsDeps,
  intent: Intent,
  now: number,
): Promise<number | undefined> {
  try {
    const card = intent.meeting && (await cardOnRecord(deps, intent, intent.meeting));
    if (card !== undefined) {
      await deps.intents.markPosted(intent);
      deps.watch(card);
      return undefined;
    }
    if (!(await deps.intents.claim(intent, now))) return undefined;
    if (intent.meeting === undefined) {
      // Nobody knows whether Zoom created it, so it is not created a second time, and the person decides.
      await tell(deps, intent, 'recovery.unknown');
      await deps.intents.close(intent);
      return undefined;
    }
    return await finish(deps, intent, intent.meeting, now);
  } catch (error) {
    if (!(isChatError(error) || isStoreError(error))) throw error;
    // Another version may finish it; this one cannot.
    if (hasCode(error, 'record-unreadable')) return undefined;
    deps.logger.warn('An interrupted start could not be finished yet', {error: error.message});
    // Whoever starts there meanwhile need not wait: unlike a card that is `pending`, nothing may still arrive.
    deps.intents.putAside(intent);
    return now + INTENT_WINDOW;
  }
}

async function cardOnRecord(
  deps: RecoverIntentsDeps,
  intent: Intent,
  {number}: CardMeeting,
): Promise<Card | undefined> {
  const {cards, unreadable} = await deps.cards.ofNumber(number);
  const card = cards.find(({id}) => id === intent.id);
  if (card === undefined && unreadable !== undefined) throw unreadable;
  return card;
}

async function finish(
  deps: RecoverIntentsDeps,
  intent: Intent,
  meeting: CardMeeting,
  now: number,
): Promise<number | undefined> {
  const news = await bringToChannel(deps, intent, meeting);
  if (news === 'pending') return now + INTENT_WINDOW;
  await tell(deps, intent, news, meeting.joinUrl);
  await (news === 'recovery.posted' ? deps.intents.markPosted(intent) : deps.intents.close(intent));
  return undefined;
}

type News = 'recovery.unknown' | 'recovery.notPosted' | 'recovery.posted';

/** Posts the card, unless its post exists already. */
async function bringToChannel(
  deps: RecoverIntentsDeps,
  intent: Intent,
  meeting: CardMeeting,
): Promise<News | 'pending'> {
  const posts = await deps.chat.ownPostsSince(intent.channelId, intent.openedAt).catch(unlessRefused);
  // A channel that can no longer be read may already have the card, so it gets no second one.
  if (posts === 'refused') return 'recovery.notPosted';
  const existing = posts.find((post) => !post.isDeleted && cardIdOf(post.props) === intent.id);
  if (existing !== undefined) {
    const card = {...cardOf(intent, meeting), postId: existing.id};
    await deps.cards.add(card);
    deps.watch(card);
    return 'recovery.posted';
  }
  const user = await deps.chat.user(intent.userId);
  if (user === undefined || user.isDeactivated) return 'recovery.notPosted';
  const posted = await deps.postIntent(intent, meeting, new AbortController().signal);
  if (posted.kind === 'pending') return 'pending';
  if (posted.kind !== 'posted') return 'recovery.notPosted';
  return (await posted.recorded) ? 'recovery.posted' : 'pending';
}

async function tell(deps: RecoverIntentsDeps, intent: Intent, news: News, url = ''): Promise<void> {
  const user = await deps.chat.user(intent.userId).catch(unlessRefused);
  const reader = user === 'refused' ? undefined : user;
  const translate = deps.texts(reader?.locale ?? '', reader?.timezone);
  const topic = givenTopic(intent) || translate('topic.default');
  const text = translate(news, {topic: harmless(topic), url});
  // Whoever recovered it before may have been interrupted just after telling.
  const message = {text, unlessSince: intent.openedAt};
  const told = await deps.chat.sendDirectMessage(intent.userId, message).catch(unlessRefused);
  // For example a deactivated account: there is nobody to tell, now or later.
  if (told === 'refused') deps.logger.warn('Nobody could be told of an interrupted start');
}

function unlessRefused(error: unknown): 'refused' {
  if (hasCode(error, 'chat-refused')) return 'refused';
  throw error;
}
