/** The type of a post that shows a card. */
export const CARD_POST_TYPE = 'custom_zoom';

/**
 * The states of a card. unknown: Zoom no longer knows the meeting · cancelled: the host took it back before anybody
 * came · expired: nobody began it for so long that nobody will · shared: a link of somebody's own, whose meeting nobody
 * tells us about
 */
export const CARD_STATES = ['waiting', 'live', 'ended', 'unknown', 'cancelled', 'expired', 'shared'] as const;

const OVER: readonly (typeof CARD_STATES)[number][] = ['ended', 'unknown', 'cancelled', 'expired'];

/** There is nothing left to join. */
export const isOverState = (state: (typeof CARD_STATES)[number]): boolean => OVER.includes(state);

/** Somebody on a card. */
export interface ZoomCardPerson {
  /** Of a Mattermost user; absent: a guest, by their first name. */
  user_id?: string;
  /** '': nothing is known of them but that they are there. */
  name: string;
  is_host?: true;
}

/** Of a meeting or webinar that was scheduled in Zoom. Times: milliseconds since the Unix epoch. */
export interface ZoomCardPlan {
  starts_at?: number;
  /** When the occurrence after that one begins. */
  next_at?: number;
  minutes?: number;
  is_series?: true;
  /** People have to register before they can join. */
  registration_url?: string;
  alternative_hosts?: readonly string[];
  panelists?: readonly string[];
}

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
  /** Absent: it was started from here, or is a link that somebody shared. */
  kind?: 'scheduled' | 'webinar';
  plan?: ZoomCardPlan;
  /** Its title was given here, and is not what it is called in Zoom. */
  titled_here?: true;
  /** It is cancelled here alone: whoever brought it here took its card back, and in Zoom it is still planned. */
  taken_back?: true;
  /** What whoever brought it here wrote for this channel. */
  description?: string;
  /**
   * The first of those who are in, the host before all others; once it is over, of those who took part. All of these
   * are absent where Zoom has told of nobody.
   */
  people?: readonly ZoomCardPerson[];
  /** All of them. */
  people_count?: number;
  /** How many wait to be let in, or for the host to begin. */
  waiting_count?: number;
  /** While it is live: `false`: the host has not come yet · absent: has gone again, or nobody knows. */
  host_is_in?: boolean;
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
