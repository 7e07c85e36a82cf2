import type {MeetingInTheWay} from '../../contract/meetings.js';

/** Why something was not done: a whole sentence in the reader's language. */
interface Refusal {
  kind: 'refused';
  code: string;
  message: string;
  /** The meeting exists anyway. */
  meetingUrl?: string;
}

/** No answer, or none that is understood; `status` 0: none at all. */
interface Failure {
  kind: 'failed';
  status: number;
}

export type NotDone = Refusal | Failure;

/** The card of a meeting that was started, and what is needed to ask for its host's link. */
export interface StartedCard {
  postId: string;
  cardId: string;
  meetingId: string;
}

export type StartAnswer =
  /** Without a card if it is that of an earlier start. */
  | {kind: 'started'; meetingUrl: string; card: StartedCard | undefined}
  | {kind: 'exists'; meeting: MeetingInTheWay}
  | NotDone;

export type StartLink = {kind: 'link'; startUrl: string} | NotDone;

export type Asked<T> = {kind: 'answer'; value: T} | NotDone;
