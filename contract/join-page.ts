import type {ImportKind} from './import.js';

/**
 * What becomes of a meeting, as somebody with a pass may know it: waiting: the host has not started it · registration:
 * whoever wants to join registers first, in Zoom · elsewhere: in the Zoom app alone, because it belongs to another Zoom
 * account, or is for people who are signed in to Zoom · over: it is over, or Zoom knows nothing of it any more
 */
export const JOIN_STATES = ['waiting', 'live', 'registration', 'elsewhere', 'over'] as const;
export type JoinState = (typeof JOIN_STATES)[number];

/** What `GET /join-page/{pass}/meeting` answers. Everything of it may be known with the pass. */
export interface JoinableMeeting {
  state: JoinState;
  kind: ImportKind;
  /** In groups, to be read. */
  number: string;
  /** '': nobody gave it one. */
  topic: string;
  /** What the state means and what to do, in the reader's language. */
  text: string;
  /** Of a member of Mattermost, who came by a card: their name. */
  name?: string;
  /** The same: their address, for where Zoom wants one; '': they have none. */
  email?: string;
  /** Zoom wants to know the address of who joins. */
  asks_email: boolean;
  /** Only with the state `registration`. */
  registration_url?: string;
}

/** What `POST /join-page/{pass}/entries` takes. */
export interface EntryRequest {
  name: string;
  email?: string | undefined;
}

/** What it answers: everything that Zoom's Meeting SDK wants to hear of who joins. For one joining. */
export interface Entry {
  /** A JWT; good from now on for as long as a session may last. */
  signature: string;
  /** Digits alone. */
  meeting_number: string;
  /** '': the meeting has none. */
  passcode: string;
  name: string;
  email?: string;
}

/** What `POST /join-page/{pass}/links` answers: the way in without the page. */
export interface JoinLinkAnswer {
  /** Zoom's own link. */
  url: string;
  /** Opens the Zoom app at once; absent: the link has no usual form. */
  app_url?: string;
}

/** What `POST /api/v1/join-links` takes, both from the card's props, and what it answers. */
export interface BrowserLinkRequest {
  card_id: string;
  meeting_id: string;
}
export interface BrowserLinkAnswer {
  /** Of the join page, for whoever asked alone. */
  url: string;
}

/** What `POST /api/v1/stream-urls` takes, both from the card's props, and what it answers. */
export interface StreamUrlRequest {
  card_id: string;
  meeting_id: string;
}
export interface StreamUrlAnswer {
  /** Where in Mattermost the stream URL stands, in the reader's language. */
  message: string;
}
