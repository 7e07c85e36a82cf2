import type {Card} from '../domain/card.js';
import {harmless} from '../domain/harmless.js';
import {givenTopic} from '../domain/topic.js';
import type {CardsOfNumber} from '../ports/cards.js';
import type {Chat} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {KeyedQueue} from '../ports/keyed-queue.js';
import type {Logger} from '../ports/logger.js';
import {hasCode, isChatError, isStoreError} from '../ports/port-error.js';
import type {Texts} from '../ports/texts.js';

/** Cards whose channel the bot was removed from: they lag behind until somebody lets it in again. */
export interface UnseenCards {
  /** Tells the card's host, once: the record of the card remembers it, unless they could not be told just now. */
  note(card: Card, stored: CardsOfNumber): Promise<void>;
  /** Mattermost has let the bot at the post again, or there is nothing to show any more. */
  forget(card: Card): void;
  /** How many of them this process has come across of late. */
  count: () => number;
}

/**
 * The job that shows a card comes across it every five minutes, on any node. A node that has not met it for this long
 * takes it that another one has shown it.
 */
const OF_LATE_MS = 60 * 60_000;

interface UnseenCardsDeps {
  chat: Pick<Chat, 'user' | 'sendDirectMessage'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  /** By number: changes of its cards. */
  queue: KeyedQueue;
  texts: Texts;
}

export function createUnseenCards(deps: UnseenCardsDeps): UnseenCards {
  /** By card: when this process last came across it. */
  const unseen = new Map<string, number>();
  return {
    async note(card, stored) {
      unseen.set(card.id, deps.clock.now());
      try {
        if (await isNews(deps, card, stored)) await tellOrTakeBack(deps, card, stored);
      } catch (error) {
        if (!isChatError(error) && !isStoreError(error)) throw error;
        deps.logger.warn('The host was not told that the bot has left the channel', {error: error.message});
      }
    },
    forget: ({id}) => void unseen.delete(id),
    count() {
      const since = deps.clock.now() - OF_LATE_MS;
      for (const [id, at] of unseen) if (at < since) unseen.delete(id);
      return unseen.size;
    },
  };
}

/** Another node may have come across it before. */
function isNews(
  {clock, queue, logger}: UnseenCardsDeps,
  {id, meeting, channelId}: Card,
  stored: CardsOfNumber,
): Promise<boolean> {
  return queue.run(meeting.number, async () => {
    let isNew = false;
    await stored.update((card) => {
      if (card.id !== id) return card;
      isNew = card.unseenSince === undefined;
      return isNew ? {...card, unseenSince: clock.now()} : card;
    });
    if (isNew) logger.warn('The bot is not in the channel of a meeting card any more', {channelId});
    return isNew;
  });
}

/** What fails for the moment is news again to whoever comes across the card next. */
async function tellOrTakeBack(deps: UnseenCardsDeps, card: Card, stored: CardsOfNumber): Promise<void> {
  try {
    await tellHost(deps, card);
  } catch (error) {
    if (hasCode(error, 'chat-unavailable', 'bot-shut-out')) {
      await deps.queue.run(card.meeting.number, () =>
        stored.update((other) => (other.id === card.id ? {...other, unseenSince: undefined} : other)),
      );
    }
    throw error;
  }
}

async function tellHost({chat, texts}: UnseenCardsDeps, card: Card): Promise<void> {
  const user = await chat.user(card.host.userId);
  if (user === undefined) return;
  const translate = texts(user.locale, user.timezone || undefined);
  const topic = harmless(givenTopic(card) || translate('topic.default'));
  await chat.sendDirectMessage(user.id, {text: translate('card.unseen', {topic})});
}
