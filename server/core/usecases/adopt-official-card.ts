import type {MeetingEvent} from '../domain/apply-event.js';
import {type Card, cardRevision} from '../domain/card.js';
import type {Cards} from '../ports/cards.js';
import type {Chat, ChatPost} from '../ports/chat.js';

/** Makes a card of the post that the official plugin left for this occurrence; false: it left none. */
export type AdoptOfficialCard = (event: MeetingEvent) => Promise<boolean>;

/**
 * A meeting that was running while the plugin was exchanged still ends. The post is found by the official plugin's own
 * row, which only a plugin can write; what its props say is used for display alone.
 */
export const createAdoptOfficialCard =
  ({cards, chat}: {cards: Cards; chat: Chat}): AdoptOfficialCard =>
  async (event) => {
    if (event.uuid === undefined) return false;
    const postId = await cards.officialPostId(event.uuid);
    const post = postId === undefined ? undefined : await chat.post(postId);
    if (post === undefined || post.isDeleted || post.props['meeting_status'] !== 'STARTED') return false;
    await cards.add(cardFromPost(post, event, event.uuid));
    return true;
  };

function cardFromPost(post: ChatPost, event: MeetingEvent, uuid: string): Card {
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
    meeting: {number: event.number, uuid, joinUrl: text('meeting_link')},
    openedAt: post.createdAt,
    occurrence: uuid,
    shown: '',
  };
  return {...card, shown: cardRevision(card)};
}
