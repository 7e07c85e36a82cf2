import {readPreferences} from '../../../contract/preferences.js';
import type {Card} from '../domain/card.js';
import {type Arrival, firstArrival} from '../domain/first-arrival.js';

import type {Cards, CardsOfNumber} from '../ports/cards.js';
import type {Chat, ChatUser, PrivateMessage} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {KeyedQueue} from '../ports/keyed-queue.js';
import type {Logger} from '../ports/logger.js';
import {hasCode, isChatError, isStoreError} from '../ports/port-error.js';

/** Called with the cards of a number when somebody has come; costs the caller no wait. */
export type TellHostOfArrival = (number: string, cards: readonly Card[]) => void;

/** What the host reads of the first who came. */
export type DrawArrival = (card: Card, who: Arrival, reader: ChatUser) => PrivateMessage;

/** Zoom's events overtake each other: the host may have come first. */
const SETTLES_WITHIN_MS = 3_000;

interface TellHostOfArrivalDeps {
  cards: Pick<Cards, 'ofNumber'>;
  chat: Pick<Chat, 'user' | 'preferences' | 'sendDirectMessage'>;
  clock: Pick<Clock, 'now' | 'after'>;
  logger: Logger;
  drawArrival: DrawArrival;
  /** By number: changes of its cards. */
  queue: KeyedQueue;
  /** Runs on after the answer. A stop of the plugin waits for it. */
  inBackground: (work: Promise<void>) => void;
}

/** Tells the host once a meeting that somebody is there without them. */
export function createTellHostOfArrival(deps: TellHostOfArrivalDeps): TellHostOfArrival {
  const settling = new Set<string>();
  return (number, cards) => {
    if (settling.has(number) || !cards.some(isNews)) return;
    settling.add(number);
    deps.clock.after(SETTLES_WITHIN_MS, () => {
      settling.delete(number);
      deps.inBackground(tell(deps, number));
    });
  };
}

const isNews = (card: Card): boolean => card.arrivalToldAt === undefined && firstArrival(card) !== undefined;

async function tell(deps: TellHostOfArrivalDeps, number: string): Promise<void> {
  try {
    const noted = await deps.queue.run(number, () => note(deps, number));
    if (noted !== undefined) await tellOrTakeBack(deps, noted);
  } catch (error) {
    if (!isChatError(error) && !isStoreError(error)) throw error;
    deps.logger.warn('The host was not told that somebody has come to their meeting', {error: error.message});
  }
}

interface Noted {
  card: Card;
  stored: CardsOfNumber;
}

/** On record before it is told: two nodes must not both tell it. A number with several cards is one meeting. */
async function note({cards, clock}: TellHostOfArrivalDeps, number: string): Promise<Noted | undefined> {
  const stored = await cards.ofNumber(number);
  let news: readonly Card[] = [];
  const noted = await stored.update((card) => {
    news = [...news.filter(({id}) => id !== card.id), ...(isNews(card) ? [card] : [])];
    return isNews(card) ? {...card, arrivalToldAt: clock.now()} : card;
  });
  const card = news.at(-1);
  return card && {card, stored: noted};
}

/** What fails for the moment is news again to whoever comes next. */
async function tellOrTakeBack(deps: TellHostOfArrivalDeps, {card, stored}: Noted): Promise<void> {
  try {
    await tellHost(deps, card);
  } catch (error) {
    if (hasCode(error, 'chat-unavailable', 'bot-shut-out')) {
      await deps.queue.run(card.meeting.number, () =>
        stored.update((other) => (other.id === card.id ? {...other, arrivalToldAt: undefined} : other)),
      );
    }
    throw error;
  }
}

async function tellHost({chat, drawArrival}: TellHostOfArrivalDeps, card: Card): Promise<void> {
  const who = firstArrival(card);
  const {userId} = card.host;
  const host = await chat.user(userId);
  if (who === undefined || host === undefined || host.isDeactivated) return;
  if (readPreferences(await chat.preferences(userId)).arrivals === 'off') return;
  await chat.sendDirectMessage(userId, drawArrival(card, who, host));
}
