import {kindOf} from './card-kind.js';
import {type Card, cardEnd, cardStart, cardState, type CardState, isOver} from './card.js';

/** Our own state on a post, for the web app: everything else is for other plugins and old clients. */
export interface ZoomCardProp {
  version: 1;
  /** Of the card; a post is found by it again after an interruption. */
  id: string;
  state: CardState;
  host_user_id: string;
  host_name: string;
  /** Nobody gave a topic: `meeting_topic` is the server's word for a meeting, and each reader may have their own. */
  default_topic?: true;
  /** Milliseconds since the epoch. */
  started_at?: number;
  ended_at?: number;
  /** Only where the link does not carry it. */
  passcode?: string;
}

/**
 * The props of a `custom_zoom` post, whatever the kind of its card. All but `zoom_card` are the official plugin's names: the Jitsi, Microsoft Teams
 * and Webex plugins read `meeting_provider`, `meeting_link` and `meeting_status` to see each other's meetings.
 */
export interface ZoomPostProps {
  meeting_id: number;
  meeting_uuid: string;
  meeting_link: string;
  meeting_status: 'STARTED' | 'ENDED';
  meeting_personal: boolean;
  meeting_topic: string;
  meeting_creator_username: string;
  meeting_provider: 'Zoom';
  /** Milliseconds since the epoch; only once ended. */
  meeting_end_time?: number;
  zoom_card: ZoomCardProp;
}

export function zoomPostProps(card: Card): ZoomPostProps {
  const state = cardState(card);
  const startedAt = cardStart(card);
  const endedAt = cardEnd(card);
  return {
    meeting_id: Number(card.meeting.number),
    meeting_uuid: card.occurrence ?? card.meeting.uuid ?? '',
    meeting_link: card.meeting.joinUrl,
    meeting_status: isOver(card) ? 'ENDED' : 'STARTED',
    meeting_personal: kindOf(card).isPersonal,
    meeting_topic: card.topic,
    meeting_creator_username: card.host.username,
    meeting_provider: 'Zoom',
    ...(endedAt === undefined ? {} : {meeting_end_time: endedAt}),
    zoom_card: {
      version: 1,
      id: card.id,
      state,
      host_user_id: card.host.userId,
      host_name: card.host.name,
      ...(card.hasDefaultTopic && {default_topic: true}),
      ...(startedAt === undefined ? {} : {started_at: startedAt}),
      ...(endedAt === undefined ? {} : {ended_at: endedAt}),
      ...(card.meeting.passcode === undefined ? {} : {passcode: card.meeting.passcode}),
    },
  };
}

/** The id of the card that a post shows; `undefined`: it shows none of ours. */
export function cardIdOf(props: Readonly<Record<string, unknown>>): string | undefined {
  const ours = props['zoom_card'];
  if (typeof ours !== 'object' || ours === null || !('id' in ours)) return undefined;
  return typeof ours.id === 'string' ? ours.id : undefined;
}
