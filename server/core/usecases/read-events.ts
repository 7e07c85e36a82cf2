import type {FeedPage} from '../../../contract/events.js';
import type {Chat} from '../ports/chat.js';
import type {EventFeed} from '../ports/event-feed.js';

export type EventsOutcome =
  | {kind: 'page'; page: FeedPage}
  /** Neither a system administrator nor a bot that one has named. */
  | {kind: 'not-a-reader'}
  /** Some of what comes next may be gone. */
  | {kind: 'expired'}
  /** `after` is nothing that led anywhere. */
  | {kind: 'unknown'};

/** Rejects with what the chat rejects with, and with a store error. */
export type ReadEvents = (request: {
  userId: string;
  after: string | undefined;
  limit: number;
}) => Promise<EventsOutcome>;

export interface ReadEventsDeps {
  chat: Pick<Chat, 'user'>;
  feed: Pick<EventFeed, 'read'>;
  /** User names of bots, in lower case. */
  readers: readonly string[];
}

/** Events for whoever may read them, as Mattermost says at this moment. */
export const createReadEvents =
  ({chat, feed, readers}: ReadEventsDeps): ReadEvents =>
  async ({userId, after, limit}) => {
    const user = await chat.user(userId);
    const isNamed = user?.isBot === true && readers.includes(user.username.toLowerCase());
    const mayRead = user !== undefined && (user.isSystemAdmin || isNamed);
    if (!mayRead || user.isDeactivated || user.isRemote) return {kind: 'not-a-reader'};
    const page = await feed.read(after, limit);
    return typeof page === 'string' ? {kind: page} : {kind: 'page', page};
  };
