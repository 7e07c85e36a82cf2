import {readPreferences} from '../../../contract/preferences.js';
import type {LinkHosts} from '../../../contract/link-rules.js';
import {isOver} from '../domain/card.js';
import {meetingLinkIn} from '../domain/meeting-link-in.js';
import type {WrittenPost} from '../ports/application.js';
import type {Cards} from '../ports/cards.js';
import type {Chat, ChatUser, PrivateMessage, PrivatePlace} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import {isPortError} from '../ports/port-error.js';
import type {Zoom} from '../ports/zoom.js';
import type {Allowance} from './allowance.js';
import {identifyInZoom, type IdentifyDeps} from './identify-in-zoom.js';
import {lookAtPlanned} from './look-at-planned.js';
import type {RecentLinks} from './recent-links.js';

/** A card that somebody may want instead of the link that they posted. */
export interface CardOffer {
  user: ChatUser;
  post: WrittenPost;
  number: string;
  /** '': it has none. */
  topic: string;
}

/** `place`: where only they read it; `undefined`: in a direct message. */
export type DrawOffer = (offer: CardOffer, place: PrivatePlace | undefined) => PrivateMessage;

/** Looks at a post; most cost nothing but a look at their text. What there is to do runs beside the caller. */
export type OfferCard = (post: WrittenPost) => void;

export interface OfferCardDeps extends Omit<IdentifyDeps, 'zoom'> {
  /** `undefined`: the settings lack what a connection needs, and nothing is offered. */
  zoom: Zoom | undefined;
  chat: Chat;
  cards: Pick<Cards, 'ofNumber'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  hosts: LinkHosts;
  recentLinks: RecentLinks;
  allowance: Pick<Allowance, 'spend'>;
  drawOffer: DrawOffer;
  newDeadline: () => AbortSignal;
  /** Is waited for when the plugin stops. */
  inBackground: (work: Promise<void>) => void;
}

/**
 * Asks whoever posts a link to a meeting that they host whether it shall become a card. Nothing that goes wrong here is
 * told to anybody: the link was posted, and that is what was wanted.
 */
export const createOfferCard =
  ({zoom, ...deps}: OfferCardDeps): OfferCard =>
  (post) => {
    const link = post.isByPerson ? meetingLinkIn(post.message, deps.hosts) : undefined;
    if (zoom === undefined || link === undefined) return;
    const offering = offer({...deps, zoom}, post, link.number).catch((error: unknown) => {
      if (!isPortError(error)) throw error;
      deps.logger.debug('Nobody was asked whether a link shall become a card', {error: error.message});
    });
    deps.inBackground(offering);
  };

type Connected = OfferCardDeps & {zoom: Zoom};

async function offer(deps: Connected, post: WrittenPost, number: string): Promise<void> {
  const {chat, recentLinks} = deps;
  const {userId, channelId, rootId} = post;
  const known = recentLinks.recall(userId, number);
  if (known !== undefined && known.topic === undefined) return;
  const [user, preferences] = await Promise.all([chat.user(userId), chat.preferences(userId)]);
  if (user === undefined || readPreferences(preferences).links === 'off') return;
  if (await hasCard(deps, channelId, number)) return;
  const topic = await topicOf(deps, user, number);
  if (topic === undefined || !recentLinks.mayOffer(userId, number, channelId)) return;
  const place = {channelId, rootId, createdAt: deps.clock.now()};
  const wish = {user, post, number, topic};
  const shown = await chat.showPrivately(userId, {...deps.drawOffer(wish, place), place});
  if (shown === 'nowhere') await chat.sendDirectMessage(userId, deps.drawOffer(wish, undefined));
}

async function hasCard({cards}: Connected, channelId: string, number: string): Promise<boolean> {
  const stored = await cards.ofNumber(number);
  return stored.cards.some((card) => card.channelId === channelId && !isOver(card) && card.postGone !== true);
}

/** `undefined`: it is no meeting that they could bring here, or nobody asked. */
async function topicOf(deps: Connected, user: ChatUser, number: string): Promise<string | undefined> {
  const known = deps.recentLinks.recall(user.id, number);
  if (known !== undefined) return known.topic;
  const {clock, allowance} = deps;
  if (allowance.spend(user.id, {id: `${clock.now()} ${number}`, at: clock.now()}) !== undefined)
    return undefined;
  const signal = deps.newDeadline();
  const identity = await identifyInZoom(deps, user, signal);
  if (identity.kind !== 'found') return undefined;
  const looked = {userId: user.id, zoomUser: identity.zoomUser, kind: 'either', number} as const;
  const seen = await lookAtPlanned(deps, looked, signal);
  const isToCome = seen.kind === 'planned' && seen.held === undefined;
  const topic = isToCome ? (seen.plan.topic ?? '') : undefined;
  deps.recentLinks.note(user.id, number, {topic});
  return topic;
}
