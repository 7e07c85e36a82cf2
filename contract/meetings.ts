import type {Problem} from './problem.js';

/** Milliseconds in which the same person's second start in the same place is answered with the first one's meeting. */
export const SAME_MEETING_MS = 10_000;

/** What `POST /api/v1/meetings` takes. Who starts is never read from it. */
export interface StartMeetingRequest {
  channel_id: string;
  /** Of the thread; `''`: none. */
  root_id: string;
  /** `''`: the server finds one. */
  topic: string;
  /** Which number; absent: as the person has chosen for all meetings, who may have chosen to be asked. */
  meeting_id?: 'unique' | 'personal' | undefined;
  /** The person knows that many people will read it. */
  large_channel?: true | undefined;
}

/** What it answers with 200. */
export interface MeetingStarted {
  meeting_url: string;
  post_id: string;
  /** Needed to ask for a link for the host. Absent in the answer to a second click, which names the first meeting. */
  card_id?: string;
  meeting_id?: string;
  /**
   * Sentences for the starter: their personal meeting ID is switched off in Zoom, so it has another one; or another
   * meeting of theirs still runs.
   */
  notice?: string;
}

/** A meeting that is in the way of another one, as a 409 describes it. */
export interface MeetingInTheWay {
  /** `''` while it is being created. */
  meeting_url: string;
  /** `''`: nobody gave it one. */
  topic: string;
  host_name: string;
  /** `Zoom`, or the name of another plugin's service. */
  provider: string;
  /** Milliseconds since the Unix epoch. */
  opened_at: number;
  /** Zoom has said that it began; until then somebody has only opened it. */
  is_live: boolean;
  /** Of its card; absent while there is none. */
  post_id?: string;
}

/** What it answers with any other status. */
export interface MeetingNotStarted extends Problem {
  /** 400 `bad_request`: what is missing or wrong. */
  fields?: readonly string[];
  /** 409 `meeting_exists`. */
  meeting?: MeetingInTheWay;
  /** 503 `post_…`: the meeting exists although its card does not. */
  meeting_url?: string;
  /** 409 `large_channel`: of the channel. */
  members?: number;
}
