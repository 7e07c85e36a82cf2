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

/** What a request about a card has to name. */
export interface CardIds {
  cardId: string;
  meetingId: string;
}

/** The card of a meeting that was started. */
export interface StartedCard extends CardIds {
  postId: string;
}

/** What the server wants to know of the starter first. */
export type StartQuestion =
  {kind: 'exists'; meeting: MeetingInTheWay} | {kind: 'which-id'} | {kind: 'large-channel'; members: number};

export type StartAnswer =
  /** Without a card if it is that of an earlier start. `notice`: a sentence for the starter. */
  | {kind: 'started'; meetingUrl: string; card: StartedCard | undefined; notice: string | undefined}
  | {kind: 'asks'; question: StartQuestion}
  | NotDone;

/** What became of something that was to become a card. */
export type ImportAnswer =
  | {kind: 'imported'; postId: string}
  /** The channel has so many members that the person has to say that they know. */
  | {kind: 'asks'; members: number}
  /** There is a card of it in the channel. `postId`: `undefined` until it is there. */
  | {kind: 'here'; message: string; postId: string | undefined}
  | NotDone;

export type Asked<T> = {kind: 'answer'; value: T} | NotDone;
