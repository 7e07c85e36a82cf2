import {attendance} from '../domain/attendance.js';
import {type Card, cardState} from '../domain/card.js';
import type {Cards} from '../ports/cards.js';
import type {Chat} from '../ports/chat.js';
import type {Intents} from '../ports/intents.js';
import type {OpenCard, OpenCards} from '../ports/open-cards.js';
import {hasCode} from '../ports/port-error.js';

/** A meeting that runs, or for which people wait. */
export interface LiveMeeting {
  card: Card;
  /** Of its channel; `undefined`: a direct message, or the bot may not look there. */
  channelName: string | undefined;
  /** How many are in, or while it has not begun, wait; 0: nobody knows. */
  people: number;
}

export type FindLiveMeetings = (input: {userId: string; signal: AbortSignal}) => Promise<{
  /** Newest first. */
  meetings: readonly LiveMeeting[];
  /** There are others, or nobody had the time to look. */
  isMore: boolean;
}>;

export interface FindLiveMeetingsDeps {
  cards: Cards;
  intents: Pick<Intents, 'inStore'>;
  openCards: Pick<OpenCards, 'list'>;
  chat: Pick<Chat, 'channel' | 'isMember'>;
}

export const MAX_LIVE = 20;
/** Each costs a few reads. */
const LOOKED_AT_ONCE = 8;

/**
 * What is live in the channels of which somebody is a member. The row of open cards may be a minute old where other
 * nodes have opened some; those are among the starts, which are written at once.
 */
export const createFindLiveMeetings =
  (deps: FindLiveMeetingsDeps): FindLiveMeetings =>
  async ({userId, signal}) => {
    const candidates = await findCandidates(deps);
    const isIn = askedOnce((channelId) => deps.chat.isMember(channelId, userId));
    const found: LiveMeeting[] = [];
    let next = 0;
    while (next < candidates.length && found.length <= MAX_LIVE && !signal.aborted) {
      const looked = candidates.slice(next, next + LOOKED_AT_ONCE);
      next += looked.length;
      found.push(...(await Promise.all(looked.map((candidate) => look(deps, isIn, candidate)))).flat());
    }
    return {
      meetings: found.slice(0, MAX_LIVE),
      isMore: found.length > MAX_LIVE || next < candidates.length,
    };
  };

/** One of each number, newest first. */
async function findCandidates({
  intents,
  openCards,
}: FindLiveMeetingsDeps): Promise<readonly Omit<OpenCard, 'openedAt'>[]> {
  const [opened, open] = await Promise.all([intents.inStore(), openCards.list().catch(noneWhereUnreadable)]);
  const started = opened.flatMap(({openedAt, meeting, channelId}) =>
    meeting === undefined ? [] : [{openedAt, number: meeting.number, channelId}],
  );
  const byPlace = new Map([...open, ...started].map((one) => [`${one.number} ${one.channelId}`, one]));
  return [...byPlace.values()].sort((a, b) => b.openedAt - a.openedAt);
}

function noneWhereUnreadable(error: unknown): readonly OpenCard[] {
  if (hasCode(error, 'record-unreadable')) return [];
  throw error;
}

function askedOnce<Answer>(ask: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const asked = new Map<string, Promise<Answer>>();
  return (key) => {
    const answer = asked.get(key) ?? ask(key);
    asked.set(key, answer);
    return answer;
  };
}

/** Membership comes first: nothing is read of what is not for this person. */
async function look(
  {cards, chat}: FindLiveMeetingsDeps,
  isIn: (channelId: string) => Promise<boolean>,
  {number, channelId}: Omit<OpenCard, 'openedAt'>,
): Promise<readonly LiveMeeting[]> {
  if (!(await isIn(channelId))) return [];
  const stored = await cards.ofNumber(number);
  const live = stored.cards.flatMap((card) => {
    const people = card.channelId === channelId && card.postGone !== true ? peopleIn(card) : undefined;
    return people === undefined ? [] : [{card, people}];
  });
  if (live.length === 0) return [];
  const channel = await chat.channel(channelId);
  const isNamed = channel !== undefined && channel !== 'unseen';
  // Its members stay its members, and a server may not let them look into it any more.
  if (isNamed && channel.isArchived) return [];
  return live.map((meeting) => ({...meeting, channelName: isNamed ? channel.displayName : undefined}));
}

/** `undefined`: it is not on. */
function peopleIn(card: Card): number | undefined {
  const {present, waiting} = attendance(card);
  switch (cardState(card)) {
    case 'live':
      return present.count;
    case 'waiting':
      return waiting === 0 ? undefined : waiting;
    default:
      return undefined;
  }
}
