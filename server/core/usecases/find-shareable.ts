import type {ImportKind} from '../../../contract/import.js';
import {isMeetingLink, type LinkHosts} from '../../../contract/link-rules.js';
import {kindOf} from '../domain/card-kind.js';
import {type Card, isOver} from '../domain/card.js';
import {isInPersonalRoom} from '../domain/importable.js';
import {passExpiry} from '../domain/pass-expiry.js';
import {shorten, singleLine} from '../domain/plain-text.js';
import type {StreamPass} from '../domain/stream-pass.js';
import {MAX_TOPIC_LENGTH} from '../domain/topic.js';
import {isHostedBy} from '../domain/zoom-subject.js';
import type {SharedAs} from '../ports/audit.js';
import type {Cards} from '../ports/cards.js';
import type {Chat, ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Zoom} from '../ports/zoom.js';
import {findOwnNumber, type OwnNumber} from './find-own-number.js';
import {findCard} from './find-card.js';
import type {IdentifyDeps} from './identify-in-zoom.js';
import {judgeSharer} from './judge-sharer.js';
import {showNumber, type ShownInZoom} from './show-number.js';

/** A meeting or webinar that people can join through the join page, and the person may let them. */
export interface Shareable {
  about: Pick<StreamPass, 'number' | 'kind' | 'topic' | 'cardId' | 'hostUserId' | 'zoomUserId'>;
  as: SharedAs;
  /** Where its card is; `undefined`: they named it by its number. */
  place: {channelId: string; rootId: string} | undefined;
  /** When it is surely over (ms since the epoch). */
  goodUntil: number;
}

/** Why it is none. */
export type NotShareable =
  | {kind: 'gone'}
  | {kind: 'ended'}
  /** Somebody else hosts it, or there is no such card; and they are no administrator who may, either. */
  | {kind: 'not-theirs'}
  /** It is theirs, but its channel is not any more. */
  | {kind: 'not-in-channel'}
  /** Under a personal meeting ID, in which whatever comes next would be open as well. */
  | {kind: 'personal'}
  /** Zoom gives each person a link of their own. `url`: undefined where it leads to an address that is not trusted. */
  | {kind: 'registration'; url: string | undefined}
  /** Only for people who are signed in to Zoom. */
  | {kind: 'sign-in'}
  /** Of another Zoom account than the app's, into whose meetings the page cannot lead. */
  | {kind: 'elsewhere'};

export interface FindShareableDeps extends IdentifyDeps {
  zoom: Zoom;
  cards: Cards;
  chat: Pick<Chat, 'user' | 'isMember' | 'isChannelAdmin'>;
  clock: Pick<Clock, 'now'>;
  /** Channel and system administrators may, for meetings of others. */
  adminsMay: boolean;
  hosts: LinkHosts;
}

interface Wish {
  userId: string;
  user: Promise<ChatUser | undefined>;
  number: string;
  cardId: string;
  signal: AbortSignal;
}

export type ShareableOutcome =
  | {kind: 'shareable'; meeting: Shareable}
  | NotShareable
  | Exclude<OwnNumber, {kind: 'own' | 'not-the-host' | 'gone'}>;

/** Rejects with what cards, chat and Zoom reject with. */
export async function findShareable(deps: FindShareableDeps, wish: Wish): Promise<ShareableOutcome> {
  const known = await theirCard(deps, wish);
  if (known === undefined) return wish.cardId === '' ? byNumber(deps, wish) : {kind: 'not-theirs'};
  if (known.as === 'no-access') return {kind: 'not-in-channel'};
  return byCard(deps, {...known, as: known.as}, wish.signal);
}

interface Known {
  card: Card;
  as: SharedAs | 'no-access';
}

/** The card that they name or, of those with the number that they name, one that lets them: first of all their own. */
async function theirCard(
  {cards, chat, adminsMay}: FindShareableDeps,
  {userId, number, cardId}: Wish,
): Promise<Known | undefined> {
  const judge = async (card: Card) => ({card, as: await judgeSharer(chat, card, {userId, adminsMay})});
  const named = cardId !== '' && (await findCard(cards, {cardId, number}));
  const found = cardId === '' ? await openOnes(cards, number) : named ? [named] : [];
  const judged = await Promise.all(found.map(judge));
  const theirs = judged.filter((one): one is Known => one.as !== 'not-theirs');
  // Whoever names a number may host it wherever they are.
  const mayAct = cardId === '' ? theirs.filter(({as}) => as !== 'no-access') : theirs;
  return mayAct.find(({as}) => as === 'host') ?? mayAct[0];
}

const openOnes = async (cards: Cards, number: string): Promise<readonly Card[]> =>
  (await cards.ofNumber(number)).cards.filter((card) => !isOver(card) && card.postGone !== true);

/** As its host in Zoom, whoever asks: its card says who that is. */
async function byCard(
  deps: FindShareableDeps,
  {card, as}: {card: Card; as: SharedAs},
  signal: AbortSignal,
): Promise<ShareableOutcome> {
  if (isOver(card)) return {kind: 'ended'};
  const {isPersonal, isWebinar} = kindOf(card);
  if (isPersonal) return {kind: 'personal'};
  const {number, hostId, accountId} = card.meeting;
  if (isElsewhere(deps, accountId)) return {kind: 'elsewhere'};
  const subject = {userId: card.host.userId, zoomUserId: hostId};
  const kind: ImportKind = isWebinar ? 'webinar' : 'meeting';
  const found = await showNumber(deps.zoom, {...subject, kind, number}, signal);
  if (found === undefined) return {kind: 'gone'};
  // It may have passed on to another host, in whose name nobody here has asked.
  if (!isHostedBy(hostId, found.shown.host_id)) return {kind: 'not-theirs'};
  const zoomUserId = hostId ?? found.shown.host_id ?? '';
  const {channelId, rootId, host} = card;
  const who = {as, place: {channelId, rootId}, hostUserId: host.userId};
  return judge(deps, found, {...who, number, cardId: card.id, zoomUserId});
}

async function byNumber(deps: FindShareableDeps, wish: Wish): Promise<ShareableOutcome> {
  const {number, signal, userId} = wish;
  const own = await findOwnNumber(deps, {user: await wish.user, number}, signal);
  if (own.kind === 'not-the-host') return {kind: 'not-theirs'};
  if (own.kind !== 'own') return own;
  const {zoomUser, found} = own;
  if (zoomUser.pmi === number) return {kind: 'personal'};
  if (isElsewhere(deps, zoomUser.accountId)) return {kind: 'elsewhere'};
  const who = {as: 'host', place: undefined, hostUserId: userId} as const;
  return judge(deps, found, {...who, number, cardId: '', zoomUserId: zoomUser.id});
}

/** Where nobody has said whose it is, Zoom will say so when somebody joins. */
const isElsewhere = ({accountId: ours}: FindShareableDeps, its: string | undefined): boolean =>
  ours !== undefined && its !== undefined && ours !== its;

type Named = Omit<Shareable['about'], 'kind' | 'topic'> & Pick<Shareable, 'as' | 'place'>;

/** What Zoom shows decides whether the page can lead into it. */
function judge(
  {clock, hosts}: FindShareableDeps,
  {kind, shown}: ShownInZoom,
  {as, place, ...named}: Named,
): ShareableOutcome {
  if (shown.type === ROOM || isInPersonalRoom({...shown, id: named.number})) return {kind: 'personal'};
  const {registration_url: url} = shown;
  if (url !== undefined) return {kind: 'registration', url: isMeetingLink(url, hosts) ? url : undefined};
  if (shown.settings?.meeting_authentication === true) return {kind: 'sign-in'};
  const topic = shorten(singleLine(shown.topic ?? ''), MAX_TOPIC_LENGTH);
  const goodUntil = passExpiry(shown, clock.now());
  return {kind: 'shareable', meeting: {about: {...named, kind, topic}, as, place, goodUntil}};
}

/** Zoom's number for a personal meeting room. */
const ROOM = 4;
