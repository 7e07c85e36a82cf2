import type {LinkHosts} from '../../../contract/link-rules.js';
import type {Card} from '../domain/card.js';
import {displayName} from '../domain/person.js';
import {readSharedLink, type SharedLink} from '../domain/shared-link.js';
import type {StartPlace} from '../domain/start-place.js';
import type {Chat, ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import {type ChatErrorCode, isChatError} from '../ports/port-error.js';
import type {Translate} from '../ports/texts.js';
import type {Allowance} from './allowance.js';
import {type AccessRefusal, checkAccess} from './check-access.js';
import {type ManyReadersDeps, manyReaders} from './many-readers.js';
import {renderCard} from './render-card.js';

export type ShareOutcome =
  | {kind: 'shared'}
  /** It is no link to a meeting, or leads to a host that is not Zoom's. */
  | {kind: 'bad-link'}
  | AccessRefusal
  /** So many people will read it: the person has to say first that they know. */
  | {kind: 'large-channel'; members: number}
  /** This person has shared as often as they may for now. `nextAt`: ms since the epoch. */
  | {kind: 'too-many'; nextAt: number}
  | {kind: ChatErrorCode};

export interface ShareInput extends StartPlace {
  userId: string;
  user: Promise<ChatUser | undefined>;
  /** As it was typed. */
  link: string;
  /** '' for none. */
  topic: string;
  /** Mattermost has made sure of it in the request that led here, and that the channel is not archived. */
  mayPostHere: boolean;
  /** They know how many people read it. */
  isForMany: boolean;
}

export type ShareLink = (input: ShareInput) => Promise<ShareOutcome>;

interface ShareLinkDeps extends ManyReadersDeps {
  chat: Chat;
  clock: Pick<Clock, 'now'>;
  newId: () => string;
  allowance: Pick<Allowance, 'spend'>;
  hosts: LinkHosts;
  restrictsDirectMessages: boolean;
  /** In the language of the card. */
  defaultTopic: string;
  translate: Translate;
}

/**
 * Posts a link as a card, for people who are not in this Zoom account. Zoom is not asked. The card is neither stored
 * nor signed, so that no event ever touches it and no restore takes it up: anybody can paste the number of somebody
 * else's meeting, and would learn in their own channel who comes to it.
 */
export const createShareLink =
  (deps: ShareLinkDeps): ShareLink =>
  async (input) => {
    const link = readSharedLink(input.link, deps.hosts);
    if (link === undefined) return {kind: 'bad-link'};
    try {
      return await share(deps, input, link);
    } catch (error) {
      if (!isChatError(error)) throw error;
      deps.logger.error('Mattermost failed while a link was shared', {error: error.message});
      return {kind: error.code};
    }
  };

async function share(deps: ShareLinkDeps, input: ShareInput, link: SharedLink): Promise<ShareOutcome> {
  const {userId, channelId, rootId} = input;
  // No address of the person's speaks for them here.
  const access = await checkAccess({...deps, isByConsent: true, trustUnverifiedEmails: false}, input);
  if (access.kind !== 'granted') return access;
  const members = input.isForMany ? undefined : await manyReaders(deps, channelId);
  if (members !== undefined) return {kind: 'large-channel', members};
  const id = deps.newId();
  const nextAt = deps.allowance.spend(userId, {id, at: deps.clock.now()});
  if (nextAt !== undefined) return {kind: 'too-many', nextAt};
  const card: Card = {
    id,
    kind: 'shared',
    postId: '',
    channelId,
    rootId,
    host: {userId, username: access.user.username, name: displayName(access.user)},
    ...(input.topic === '' ? {topic: deps.defaultTopic, hasDefaultTopic: true} : {topic: input.topic}),
    meeting: {number: link.number, joinUrl: link.url},
    openedAt: deps.clock.now(),
    shown: '',
  };
  await deps.chat.createPost({channelId, rootId, content: renderCard(card, deps.translate)});
  return {kind: 'shared'};
}
