import {isMeetingLink, type LinkHosts} from '../../../contract/link-rules.js';
import {type Card, cardState, isOver} from '../domain/card.js';
import {shorten, singleLine} from '../domain/plain-text.js';
import {givenTopic, MAX_TOPIC_LENGTH} from '../domain/topic.js';
import {zoomTime} from '../domain/zoom-time.js';
import type {Cards} from '../ports/cards.js';
import type {Chat, ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import type {Zoom} from '../ports/zoom.js';
import type {Allowance} from './allowance.js';
import type {AskZoomAbout} from './ask-zoom-about.js';
import {joinsInBrowser} from './card/joins-in-browser.js';
import {wayIn} from './card/way-in.js';
import {identifyInZoom, type IdentifyDeps} from './identify-in-zoom.js';
import {explainObstacle} from './obstacle.js';
import type {Pace} from './pace.js';
import {showNumber} from './show-number.js';

/** What somebody may know of a meeting that they want to join. Times: ms since the epoch. */
interface Joinable {
  number: string;
  /** '': nobody gave it a topic. */
  topic: string;
  url: string;
  isRegistration: boolean;
  /** The person's own way to the join page; `undefined`: there is none. */
  browserUrl: string | undefined;
}

export type JoinOutcome =
  | ({kind: 'runs'} & Joinable)
  /** `cardId`: '' where it has none; `hostName`: undefined where the person hosts it. */
  | ({
      kind: 'not-begun';
      startsAt: number | undefined;
      cardId: string;
      hostName: string | undefined;
    } & Joinable)
  /** Its link leads nowhere any more. */
  | {kind: 'over'; number: string; topic: string; hostName: string | undefined}
  | ({kind: 'invited'; startsAt: number | undefined} & Joinable)
  /**
   * They may know no more than its number. `isGone`: the Zoom account of this server has none of that number ·
   * `isGiven`: the link is theirs, with whatever passcode it has.
   */
  | {kind: 'unknown'; number: string; url: string; isGone: boolean; isGiven: boolean}
  | {kind: 'too-many'; nextAt: number};

export interface JoinInput {
  userId: string;
  user: Promise<ChatUser | undefined>;
  number: string;
  /** As they typed it, cleaned; '': they named a number. */
  link: string;
  signal: AbortSignal;
}

/** Rejects with what cards and chat reject with. */
export type JoinMeeting = (input: JoinInput) => Promise<JoinOutcome>;

export interface JoinMeetingDeps extends Omit<IdentifyDeps, 'zoom'> {
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  cards: Cards;
  chat: Pick<Chat, 'isMember'>;
  askZoomAbout: AskZoomAbout;
  /** By meeting number: a whole channel may press at once. */
  pace: Pace;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  newId: () => string;
  allowance: Pick<Allowance, 'spend'>;
  hosts: LinkHosts;
  /** Of Zoom, without a slash at its end. */
  webUrl: string;
  /** The address of the join page for this person; `undefined`: cards lead to none. */
  ticketForCard: (ticket: {userId: string; cardId: string; number: string}) => string | undefined;
}

/**
 * The way into a meeting, as far as somebody may know it: from a card that they can read, from what they host or are
 * invited to. Whoever has only a number gets only the number's link.
 */
export const createJoinMeeting =
  (deps: JoinMeetingDeps): JoinMeeting =>
  async (input) => {
    const nextAt = deps.allowance.spend(input.userId, {id: deps.newId(), at: deps.clock.now()});
    if (nextAt !== undefined) return {kind: 'too-many', nextAt};
    const card = await readableCard(deps, input);
    const isOpen = card !== undefined && !isOver(card);
    if (isOpen) return ofCard(deps, await asItIsNow(deps, input, card), input);
    const inZoom = await findInZoom(deps, input);
    if (inZoom !== 'gone' && inZoom !== undefined) return inZoom;
    // Somebody who was there knows what they had.
    if (card !== undefined) return ofCard(deps, card, input);
    const url = input.link === '' ? `${deps.webUrl}/j/${input.number}` : input.link;
    return {
      kind: 'unknown',
      number: input.number,
      url,
      isGone: inZoom === 'gone',
      isGiven: input.link !== '',
    };
  };

/** The newest one in a channel of theirs, one that runs first. */
async function readableCard(
  {cards, chat}: JoinMeetingDeps,
  {userId, number}: JoinInput,
): Promise<Card | undefined> {
  const stored = await cards.ofNumber(number);
  const shown = stored.cards.filter(({postGone}) => postGone !== true);
  const isIn = await Promise.all(shown.map(({channelId}) => chat.isMember(channelId, userId)));
  return shown
    .filter((_card, index) => isIn[index])
    .toSorted((a, b) => rank(a) - rank(b) || b.openedAt - a.openedAt)[0];
}

const rank = (card: Card): number => (cardState(card) === 'live' ? 0 : isOver(card) ? 2 : 1);

/** Nobody may have told us yet that it has begun. */
async function asItIsNow(deps: JoinMeetingDeps, {number}: JoinInput, card: Card): Promise<Card> {
  if (cardState(card) !== 'waiting') return card;
  await deps.pace.run(number, 'now', async () => {
    await deps.askZoomAbout({number});
    return {rest: Promise.resolve()};
  });
  return (await deps.cards.ofNumber(number)).cards.find(({id}) => id === card.id) ?? card;
}

function ofCard({ticketForCard}: JoinMeetingDeps, card: Card, {userId, number}: JoinInput): JoinOutcome {
  const topic = givenTopic(card);
  const hostName = card.host.userId === userId ? undefined : card.host.name;
  const hasTicket = joinsInBrowser(card);
  const browserUrl = hasTicket ? ticketForCard({userId, cardId: card.id, number}) : undefined;
  const joinable = {number, topic, ...wayIn(card), browserUrl};
  if (isOver(card)) return {kind: 'over', number, topic, hostName};
  if (cardState(card) === 'live') return {kind: 'runs', ...joinable};
  return {kind: 'not-begun', ...joinable, startsAt: card.plan?.startsAt, cardId: card.id, hostName};
}

/** Among what they host and what they are invited to. `undefined`: nobody can say. */
async function findInZoom(
  {zoom, ...deps}: JoinMeetingDeps,
  {userId, user, number, signal}: JoinInput,
): Promise<JoinOutcome | 'gone' | undefined> {
  if (zoom === undefined) return undefined;
  try {
    const identity = await identifyInZoom({...deps, zoom}, await user, signal);
    if (identity.kind !== 'found') return undefined;
    const {zoomUser} = identity;
    const zoomUserId = zoomUser.id;
    const seen = await showNumber(zoom, {userId, zoomUserId, kind: 'either', number}, signal);
    const {hosts} = deps;
    if (seen?.shown.host_id === zoomUserId) return ownOne(seen.shown, {number, hosts});
    const {operations} = zoom.as({kind: 'host', userId, zoomUserId}, signal);
    const asked = {userId: 'me'};
    const {meetings: upcoming} = await operations.listUpcomingMeetings(asked);
    const invited = upcoming.find(({id}) => id === number);
    if (invited !== undefined && isMeetingLink(invited.join_url, hosts)) {
      const topic = topicOf(invited);
      const startsAt = zoomTime(invited.start_time);
      const way = {url: invited.join_url, isRegistration: false, browserUrl: undefined};
      return {kind: 'invited', number, topic, ...way, startsAt};
    }
    return seen === undefined ? 'gone' : undefined;
  } catch (error) {
    // The link of the number works without us.
    explainObstacle(deps.logger, 'Zoom did not say what somebody can join', error);
    return undefined;
  }
}

interface Shown {
  topic?: string | undefined;
  status?: string | undefined;
  start_time?: string | undefined;
  join_url?: string | undefined;
}

function ownOne(shown: Shown, {number, hosts}: {number: string; hosts: LinkHosts}): JoinOutcome | undefined {
  const url = shown.join_url;
  if (!isMeetingLink(url, hosts)) return undefined;
  const joinable = {number, topic: topicOf(shown), url, isRegistration: false, browserUrl: undefined};
  if (shown.status === 'started') return {kind: 'runs', ...joinable};
  const startsAt = zoomTime(shown.start_time);
  return {kind: 'not-begun', ...joinable, startsAt, cardId: '', hostName: undefined};
}

const topicOf = ({topic = ''}: Shown): string => shorten(singleLine(topic), MAX_TOPIC_LENGTH);
