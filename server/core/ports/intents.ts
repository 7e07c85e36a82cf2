import {SAME_MEETING_MS} from '../../../contract/meetings.js';
import type {Attempt} from '../domain/attempt.js';
import type {CardMeeting} from '../domain/card.js';
import type {Intent} from '../domain/intent.js';
import type {StartPlace} from '../domain/start-place.js';

/**
 * Milliseconds in which an intent belongs to the process that works on it, and in which two starts in the same place
 * are one meeting. Longer than a command may take.
 */
export const INTENT_WINDOW = SAME_MEETING_MS;

export type Opening =
  | {kind: 'opened'}
  /** Nothing was written: this one is the answer. */
  | {kind: 'earlier'; earlier: Intent}
  /** Nor was it here: the person has tried as often as they may. `nextAt`: ms since the epoch. */
  | {kind: 'too-many'; nextAt: number};

export interface OpenOptions {
  /** A meeting of somebody else is no reason not to open it. */
  besides: boolean;
  /**
   * When the person may try again, if they may not now. `others`: their attempts on record, whichever process made
   * them, as far as they share a row with this one.
   */
  limit?: (others: readonly Attempt[]) => number | undefined;
}

/** The open intents. Rejects with `store-unavailable` or `record-unreadable`. */
export interface Intents {
  /** The intent by which this person opened a meeting in this very place within the window. */
  recent(userId: string, place: StartPlace, now: number): Promise<Intent | undefined>;
  /**
   * Opens it, unless a recent one of the same person and place exists, or (unless `besides` others) one that somebody
   * else opened within the window and that is asked about there. It counts as an attempt of the person until a minute
   * has passed, whatever becomes of it.
   */
  open(intent: Intent, options?: OpenOptions): Promise<Opening>;
  /** Notes its meeting, and of what kind the intent says that it is. */
  attachMeeting(intent: Intent, meeting: CardMeeting): Promise<void>;
  /**
   * When it belongs to nobody (ms since the epoch); long ago where its process is known to be gone, or this one put it
   * aside.
   */
  freeAt(intent: Intent): number;
  /**
   * Whether this process is to finish it for another: a former process of this node has left it, or it has been taken
   * on already.
   */
  isLeft(intent: Intent): boolean;
  /** Whether there is such an intent in the channel. */
  hasLeft(channelId: string): Promise<boolean>;
  /** Takes on an intent that belongs to nobody; false: somebody else was faster, or it is gone. */
  claim(intent: Intent, now: number): Promise<boolean>;
  /**
   * What this process has taken on could not be finished for now, and nothing of it is under way: this process may go
   * on at once, others when its time is over.
   */
  putAside(intent: Intent): void;
  /** Nothing is left to do for it: for this process from the moment of the call, for others once it resolves. */
  close(intent: Intent): Promise<void>;
  /**
   * Its card is posted: recovery leaves it alone, a double click and the next start in the channel still find it. Costs
   * no write of its own; it is noted when its row is written next.
   */
  forget(intent: Intent): void;
  /** As `forget`, but written now. */
  markPosted(intent: Intent): Promise<void>;
  /** Of a card that is posted, and of which nothing was stored any more: the next start in the channel finds it. */
  recall(intent: Intent): Promise<void>;
  /** Its meeting is over; it goes when its row is written next. */
  drop(intent: Intent): void;
  /** Those of a channel whose meeting may be on, newest first. */
  inChannel(channelId: string): Promise<readonly Intent[]>;
  /** As `inChannel`, but as the store has them now, also after other nodes; without a channel: of all channels. */
  inStore(channelId?: string): Promise<readonly Intent[]>;
  /** Those that are not finished, as the store has them now. */
  all(): Promise<readonly Intent[]>;
  /** As `all`, but as far as this process knows: the store is read for it once at most. */
  allKnown(): Promise<readonly Intent[]>;
}
