import type {ClientInfo} from '../../contract/client-info.js';
import type {Place} from '../mattermost/place.js';

/** Why a notice is there: it goes when that has gone, and before that only when it is closed or the next press says more. */
export type Cause =
  /** The server did not answer. */
  | {kind: 'connection'}
  /** The plugin was not configured, as far as the server's answer of then knew. */
  | {kind: 'settings'; known: ClientInfo | undefined}
  /** In this channel it cannot be done. */
  | {kind: 'channel'; channelId: string}
  /** Neither a channel nor a thread was open. */
  | {kind: 'nowhere'}
  /** What was made is somewhere else. */
  | {kind: 'out-of-sight'; place: Place}
  /** Nobody can tell from here when it is mended. */
  | {kind: 'lasting'}
  /** None: it tells what has been done, and has had its time after a while. */
  | {kind: 'news'};
