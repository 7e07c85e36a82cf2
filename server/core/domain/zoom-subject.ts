import type {Card} from './card.js';

/** On whose behalf Zoom is asked. A connection mode decides whose token that takes, and by what name Zoom knows them. */
export type ZoomSubject =
  /** Somebody in Mattermost whom Zoom has yet to find. */
  | {kind: 'person'; userId: string; email: string}
  /** Somebody in Mattermost whom Zoom has found: who hosts a meeting. */
  | {kind: 'host'; userId: string; zoomUserId: string}
  /** Nobody in particular: this server, and the owner of its credentials. */
  | {kind: 'server'};

/** Who is asked for when it is about a card. A card that the official plugin left does not name its host to Zoom. */
export const hostOf = ({host, meeting}: Card): ZoomSubject =>
  meeting.hostId === undefined
    ? {kind: 'server'}
    : {kind: 'host', userId: host.userId, zoomUserId: meeting.hostId};
