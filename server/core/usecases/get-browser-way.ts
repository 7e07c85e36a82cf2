import type {TicketFor} from '../domain/browser-ticket.js';
import {isOver} from '../domain/card.js';
import {streamDigest} from '../domain/stream-pass.js';
import type {Cards} from '../ports/cards.js';
import type {Chat} from '../ports/chat.js';
import {joinsInBrowser} from './card/joins-in-browser.js';
import {wayIn} from './card/way-in.js';
import {findCard} from './find-card.js';

export type BrowserWay =
  /** Of the join page, for this person alone. */
  {kind: 'way'; url: string} | NoBrowserWay;

export type NoBrowserWay =
  /** There is no join page, or it is not for cards. */
  | {kind: 'switched-off'}
  /** There is no such card, or it is in a channel that is not theirs; or they are nobody any more. */
  | {kind: 'no-access'}
  | {kind: 'ended'}
  /** Zoom gives each person a link of their own. */
  | {kind: 'registration'; url: string};

/** Rejects with what cards and chat reject with. */
export type GetBrowserWay = (input: {userId: string; into: WayFor}) => Promise<BrowserWay>;

/** Into the meeting of a card, or into that of a stream URL, of which they have the token. */
export type WayFor = {cardId: string; number: string} | {streamToken: string};

interface GetBrowserWayDeps {
  cards: Cards;
  chat: Pick<Chat, 'user' | 'isMember'>;
  /** `undefined`: there is no join page. */
  issueTicket: (ticket: TicketFor & {userId: string}) => string | undefined;
  isOnCards: boolean;
}

/** The way in for a member of Mattermost. Zoom is not asked, and nothing is stored: who goes it is looked at there. */
export const createGetBrowserWay =
  (deps: GetBrowserWayDeps): GetBrowserWay =>
  async ({userId, into}) => {
    const {issueTicket} = deps;
    const isByToken = 'streamToken' in into;
    const refused = isByToken ? await judgePerson(deps, userId) : await judgeCard(deps, userId, into);
    if (refused !== undefined) return refused;
    const url = issueTicket({...(isByToken ? {streamDigest: streamDigest(into.streamToken)} : into), userId});
    return url === undefined ? {kind: 'switched-off'} : {kind: 'way', url};
  };

async function judgePerson({chat}: GetBrowserWayDeps, userId: string): Promise<NoBrowserWay | undefined> {
  const user = await chat.user(userId);
  return user?.isDeactivated === false ? undefined : {kind: 'no-access'};
}

async function judgeCard(
  deps: GetBrowserWayDeps,
  userId: string,
  into: {cardId: string; number: string},
): Promise<NoBrowserWay | undefined> {
  if (!deps.isOnCards) return {kind: 'switched-off'};
  const card = await findCard(deps.cards, into);
  if (card === undefined) return {kind: 'no-access'};
  const [refused, isMember] = await Promise.all([
    judgePerson(deps, userId),
    deps.chat.isMember(card.channelId, userId),
  ]);
  if (refused !== undefined || !isMember) return {kind: 'no-access'};
  if (isOver(card)) return {kind: 'ended'};
  return joinsInBrowser(card) ? undefined : {kind: 'registration', url: wayIn(card).url};
}
