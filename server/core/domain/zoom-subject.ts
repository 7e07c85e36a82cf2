import type {Card} from './card.js';

/**
 * On whose behalf Zoom is asked. A connection mode decides whose token that takes, and by what name Zoom knows them.
 */
export type ZoomSubject =
  /** Somebody in Mattermost whom Zoom still has to find. */
  | {kind: 'person'; userId: string; email: string}
  /** Somebody in Mattermost whom Zoom has found: the host of a meeting. */
  | {
      kind: 'host';
      userId: string;
      /** `undefined`: a former version did not note it. */ zoomUserId: string | undefined;
    }
  /** Nobody in particular: this server, and the owner of its credentials. */
  | {kind: 'server'};

/** The subject for questions about a card. A card from the official plugin does not say how Zoom knows its host. */
export const hostOf = ({host, meeting}: Card): ZoomSubject => ({
  kind: 'host',
  userId: host.userId,
  zoomUserId: meeting.hostId,
});

/**
 * Whether a meeting is still hosted by whom it was: it passes on with its host's account in Zoom, or by their own wish.
 * `undefined`: nobody has said who it was or is.
 */
export const isHostedBy = (was: string | undefined, is: string | undefined): boolean =>
  was === undefined || is === undefined || was === is;
