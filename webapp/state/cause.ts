import type {ClientInfo} from '../../contract/client-info.js';
import type {Place} from '../mattermost/place.js';

/**
 * Why a notice is there. It goes when its cause is gone, and before that only when it is closed or replaced by the next
 * one.
 */
export type Cause =
  /** The server did not answer. */
  | {kind: 'connection'}
  /** The plugin was not configured, according to the server's answer at the time. */
  | {kind: 'settings'; known: ClientInfo | undefined}
  /** In this channel it cannot be done. */
  | {kind: 'channel'; channelId: string}
  /** Neither a channel nor a thread was open. */
  | {kind: 'nowhere'}
  /** The new card is somewhere else. */
  | {kind: 'out-of-sight'; place: Place}
  /** The script cannot tell when it is fixed. */
  | {kind: 'lasting'}
  /** None: it only reports what was done, and goes after a while. */
  | {kind: 'news'};
