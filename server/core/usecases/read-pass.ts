import type {ImportKind} from '../../../contract/import.js';
import type {BrowserTicket} from '../domain/browser-ticket.js';
import {type Card, isOver} from '../domain/card.js';
import {kindOf} from '../domain/card-kind.js';
import {displayName} from '../domain/person.js';
import type {StreamPass} from '../domain/stream-pass.js';
import {givenTopic} from '../domain/topic.js';
import type {Cards} from '../ports/cards.js';
import type {Chat, ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {StreamPasses} from '../ports/stream-passes.js';
import {findCard} from './find-card.js';
import {judgeSharer} from './judge-sharer.js';
import type {RecentAnswers} from './recent-answers.js';

/** What a pass lets into, and who has it. */
export interface Pass {
  number: string;
  kind: ImportKind;
  /** As far as it is known without Zoom; '': nobody gave it one. */
  topic: string;
  /** In whose name Zoom is asked. `zoomUserId`: `undefined` where nobody noted it. */
  host: {userId: string; zoomUserId: string | undefined};
  /** A member of Mattermost; `undefined`: whoever has the stream URL. */
  person: {name: string; email: string} | undefined;
}

export type NoPass =
  /** Nobody has given it out. */
  | {kind: 'unknown'}
  | {kind: 'expired'}
  /** It was taken back, or whoever made it is no longer here, or could not make it now. */
  | {kind: 'revoked'}
  /** Members of Mattermost alone are let in, by a ticket of their own. */
  | {kind: 'sign-in-first'; token: string}
  /** Its person is no longer in the channel, or no longer here. */
  | {kind: 'no-access'}
  /** Its session is over, and under its number others follow that are not its. */
  | {kind: 'over'};

export type PassReading = {kind: 'good'; pass: Pass} | NoPass;

/** Rejects with what cards, chat and stream passes reject with. */
export type ReadPass = (token: string) => Promise<PassReading>;

export interface ReadPassDeps {
  streamPasses: Pick<StreamPasses, 'find' | 'findByDigest'>;
  /** `undefined`: not one of ours. */
  readTicket: (token: string) => BrowserTicket | undefined;
  cards: Pick<Cards, 'ofNumber'>;
  chat: Pick<Chat, 'user' | 'isMember' | 'isChannelAdmin'>;
  /** Who people are, and where: an audience comes with one pass. */
  recentPeople: RecentAnswers<ChatUser | undefined>;
  recentMembers: RecentAnswers<boolean>;
  /** Whether who made a stream URL may still make one of that meeting. */
  recentSharers: RecentAnswers<boolean>;
  clock: Pick<Clock, 'now'>;
  /** Stream URLs let in people who are not signed in to Mattermost. */
  isOpenToGuests: boolean;
  /** Cards let their members in: otherwise their tickets are good for nothing, whenever they were given out. */
  isOnCards: boolean;
  /** Stream URLs that administrators have made for meetings of others let in people, too. */
  adminsMayShare: boolean;
}

/** 256 bits in base64url: nothing else is looked for. */
const STREAM_TOKEN = /^[\w-]{43}$/;

/** What the token in a path is worth now, without asking Zoom. */
export const createReadPass =
  (deps: ReadPassDeps): ReadPass =>
  async (token) => {
    const ticket = deps.readTicket(token);
    if (ticket !== undefined) return readTicket(deps, ticket);
    const found = STREAM_TOKEN.test(token) ? await deps.streamPasses.find(token) : undefined;
    const reading = await readStream(deps, found);
    return reading.kind === 'good' && !deps.isOpenToGuests ? {kind: 'sign-in-first', token} : reading;
  };

async function readStream(deps: ReadPassDeps, found: StreamPass | undefined): Promise<PassReading> {
  if (found === undefined) return {kind: 'unknown'};
  if (found.revokedAt !== undefined) return {kind: 'revoked'};
  if (found.expiresAt <= deps.clock.now()) return {kind: 'expired'};
  const [host, mayShare] = await Promise.all([
    activeUser(deps, found.hostUserId),
    mayStillShare(deps, found),
  ]);
  return host !== undefined && mayShare ? {kind: 'good', pass: passOfStream(found)} : {kind: 'revoked'};
}

/** The host of a meeting may. Administrators have made theirs of a card, and have to be that, here and where it is. */
async function mayStillShare(deps: ReadPassDeps, pass: StreamPass): Promise<boolean> {
  const {madeBy, hostUserId, cardId, number} = pass;
  if (madeBy === hostUserId) return true;
  if (!deps.adminsMayShare) return false;
  return deps.recentSharers.recall(`${cardId} ${madeBy}`, async () => {
    const card = await findCard(deps.cards, {cardId, number});
    if (card === undefined) return false;
    const as = await judgeSharer(deps.chat, card, {userId: madeBy, adminsMay: true});
    return as === 'channel-admin' || as === 'system-admin';
  });
}

const passOfStream = ({number, kind, topic, hostUserId, zoomUserId}: StreamPass): Pass => ({
  number,
  kind,
  topic,
  host: {userId: hostUserId, zoomUserId: zoomUserId || undefined},
  person: undefined,
});

async function readTicket(
  deps: ReadPassDeps,
  {userId, expiresAt, into}: BrowserTicket,
): Promise<PassReading> {
  if (expiresAt <= deps.clock.now()) return {kind: 'expired'};
  const user = await activeUser(deps, userId);
  if (user === undefined) return {kind: 'no-access'};
  const person = {name: displayName(user), email: user.email};
  if ('streamDigest' in into) {
    const reading = await readStream(deps, await deps.streamPasses.findByDigest(into.streamDigest));
    return reading.kind === 'good' ? {kind: 'good', pass: {...reading.pass, person}} : reading;
  }
  if (!deps.isOnCards) return {kind: 'revoked'};
  const card = await findCard(deps.cards, into);
  if (card === undefined) return {kind: 'unknown'};
  const isMember = await deps.recentMembers.recall(`${card.channelId} ${userId}`, () =>
    deps.chat.isMember(card.channelId, userId),
  );
  if (!isMember) return {kind: 'no-access'};
  if (kindOf(card).isPersonal && isOver(card)) return {kind: 'over'};
  const host = await activeUser(deps, card.host.userId);
  return host === undefined ? {kind: 'revoked'} : {kind: 'good', pass: {...passOfCard(card), person}};
}

const passOfCard = (card: Card): Omit<Pass, 'person'> => ({
  number: card.meeting.number,
  kind: kindOf(card).isWebinar ? 'webinar' : 'meeting',
  topic: givenTopic(card),
  host: {userId: card.host.userId, zoomUserId: card.meeting.hostId},
});

async function activeUser({chat, recentPeople}: ReadPassDeps, userId: string): Promise<ChatUser | undefined> {
  const user = await recentPeople.recall(userId, () => chat.user(userId));
  return user?.isDeactivated === false ? user : undefined;
}
