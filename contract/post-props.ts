/** The type of a post that shows a card. */
export const CARD_POST_TYPE = 'custom_zoom';

/** The states of a card; `unknown`: Zoom no longer knows the meeting. */
export const CARD_STATES = ['waiting', 'live', 'ended', 'unknown'] as const;

/** Our own part of the props, for the web app. Everything else is for other plugins and old clients. */
export interface ZoomCardProp {
  version: 1;
  /** The card's. After an interruption, the post is found again by it. */
  id: string;
  state: (typeof CARD_STATES)[number];
  host_user_id: string;
  host_name: string;
  /** Nobody gave a topic: `meeting_topic` is the server's word for a meeting, and each reader may have their own. */
  default_topic?: true;
  /** Milliseconds since the Unix epoch. */
  started_at?: number;
  ended_at?: number;
  /** Only where the link does not carry it. */
  passcode?: string;
  /**
   * Only the service reads it, to know its own cards again after its store was restored. What it signs: see
   * docs/adr/0034.
   */
  signed?: {
    /** When somebody opened the meeting; milliseconds since the Unix epoch. */
    opened_at: number;
    signature: string;
  };
}

/**
 * The props of a post that shows a card of any kind. All but `zoom_card` are the official plugin's names: the Jitsi,
 * Microsoft Teams and Webex plugins read `meeting_provider`, `meeting_link` and `meeting_status` to see each other's
 * meetings.
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
  /** Milliseconds since the Unix epoch; only once ended. */
  meeting_end_time?: number;
  zoom_card: ZoomCardProp;
}
