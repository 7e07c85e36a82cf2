import type {FeedEvent, FeedPage} from '../../../contract/events.js';

/** Events for other systems, in the order in which they were kept, for seven days and not much longer. */
export interface EventFeed {
  /** It is kept when this resolves, perhaps twice. Rejects with a store error: nobody knows whether it is. */
  keep(event: FeedEvent): Promise<void>;
  /**
   * `after`: what led to the events before; `undefined`: from the oldest on. Events that are kept meanwhile come later.
   * expired: some of what comes next may be gone · unknown: it is nothing that led anywhere. Rejects with a store
   * error.
   */
  read(after: string | undefined, limit: number): Promise<FeedPage | 'expired' | 'unknown'>;
}
