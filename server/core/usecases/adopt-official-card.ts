import type {Card} from '../domain/card.js';
import type {Named} from '../domain/events.js';
import type {Cards} from '../ports/cards.js';
import type {Chat, ChatPost} from '../ports/chat.js';
import {isChatError} from '../ports/port-error.js';
import {cardRevision} from './card-revision.js';

/** 'none': the official plugin left no running meeting of this occurrence · 'not-now': Mattermost does not give it. */
export type Adoption = 'adopted' | 'none' | 'not-now';

/** Makes a card of the post that the official plugin left for this occurrence. Rejects when the store fails. */
export type AdoptOfficialCard = (named: Named) => Promise<Adoption>;

interface AdoptOfficialCardDeps {
  cards: Cards;
  chat: Chat;
  /** From now on somebody has to notice the end of its meeting, which webhooks may not tell. */
  watch: (card: Card) => void;
}

/**
 * A meeting that was running while the plugin was exchanged still ends. The post is found by the official plugin's own
 * row, which only a plugin can write; what its props say is used for display alone.
 */
export const createAdoptOfficialCard =
  ({cards, chat, watch}: AdoptOfficialCardDeps): AdoptOfficialCard =>
  async ({number, uuid}) => {
    if (uuid === undefined) return 'none';
    const postId = await cards.officialPostId(uuid);
    if (postId === undefined) return 'none';
    try {
      const post = await chat.post(postId);
      if (post === undefined || post.isDeleted || post.props['meeting_status'] !== 'STARTED') return 'none';
      const card = cardFromPost(post, number, uuid);
      await cards.add(card);
      watch(card);
      return 'adopted';
    } catch (error) {
      if (!isChatError(error)) throw error;
      return 'not-now';
    }
  };

function cardFromPost(post: ChatPost, number: string, uuid: string): Card {
  const text = (name: string): string => {
    const value = post.props[name];
    return typeof value === 'string' ? value : '';
  };
  const card: Card = {
    id: post.id,
    postId: post.id,
    channelId: post.channelId,
    rootId: post.rootId,
    host: {
      userId: post.userId,
      username: text('meeting_creator_username'),
      name: text('meeting_creator_username'),
    },
    topic: text('meeting_topic'),
    meeting: {number, uuid, joinUrl: text('meeting_link')},
    openedAt: post.createdAt,
    occurrence: uuid,
    shown: '',
  };
  return {...card, shown: cardRevision(card)};
}
