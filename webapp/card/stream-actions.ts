import {CARD_POST_TYPE} from '../../contract/post-props.js';
import type {CardIds} from '../api/answers.js';
import {isChannelAdmin} from '../mattermost/place.js';
import type {Services} from '../services.js';
import {isOver, parseCard} from './parse-card.js';

/** What the page calls in the menu of a post. */
export interface StreamActions {
  get: (postId: string) => void;
  isFor: (postId: string) => boolean;
}

/** A stream URL for the host of a card's meeting, or an administrator who may have one; the server checks again. */
export function createStreamActions({host, state, getStreamUrl}: Services): StreamActions {
  const find = (postId: string): CardIds | undefined => {
    const page = host.getState();
    const post = page.entities.posts.posts[postId];
    const {client} = state.get();
    const rules = client?.join_page;
    if (rules === undefined || post?.type !== CARD_POST_TYPE || post.state === 'DELETED') return undefined;
    const card = parseCard(post);
    // Nobody hosts a shared link here, and a personal room is open for whatever comes next.
    if (card?.cardId === undefined || isOver(card) || card.state === 'shared' || card.isPersonal)
      return undefined;
    if (card.plan?.registrationLink !== undefined) return undefined;
    const isHost = card.hostUserId === page.entities.users.currentUserId;
    const isAdmin = client?.is_admin === true || isChannelAdmin(page, post.channel_id);
    const {cardId, meetingId} = card;
    return isHost || (rules.admins_may_share && isAdmin) ? {cardId, meetingId} : undefined;
  };
  return {
    get(postId) {
      const card = find(postId);
      if (card !== undefined) void getStreamUrl(card);
    },
    isFor: (postId) => find(postId) !== undefined,
  };
}
