import type {Card} from '../../server/core/domain/card.js';
import type {PostAttachment, PostContent} from '../../server/core/domain/post-content.js';
import {cardRevision} from '../../server/core/usecases/card-revision.js';
import {mattermostId} from './mattermost-id.js';
import {ana} from './people.js';

export const OPENED_AT = Date.parse('2026-11-23T14:00:00Z');

export const channelId = mattermostId('town');

/** A card that waits for its host, with a post that shows just that; `changes` are not shown yet. */
export function createSampleCard(changes: Partial<Card> = {}): Card {
  const card: Card = {
    id: 'intent-1',
    kind: 'instant',
    postId: mattermostId('post1'),
    channelId,
    rootId: '',
    host: {userId: ana.id, username: 'ana', name: 'Ana Silva'},
    topic: 'Weekly planning',
    meeting: {
      number: '85512345678',
      uuid: 'uuid-1==',
      hostId: 'zoom-ana',
      accountId: 'acc-1',
      joinUrl: 'https://zoom.us/j/85512345678?pwd=abc',
    },
    openedAt: OPENED_AT,
    shown: '',
  };
  return {...card, shown: cardRevision(card), ...changes};
}

/** The one attachment of a card's post. */
export function attachmentOf({props}: Pick<PostContent, 'props'>): PostAttachment {
  const [attachment, ...others] = props['attachments'] as PostAttachment[];
  if (attachment === undefined || others.length > 0) throw new Error('Expected one attachment');
  return attachment;
}
