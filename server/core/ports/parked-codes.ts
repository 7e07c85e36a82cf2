import type {AnsweredAttempt} from '../domain/connect-attempt.js';

/**
 * Answers of Zoom that wait for their person to confirm them, for as long as Zoom's code lives. Rejects with
 * `store-unavailable` or `record-unreadable`.
 */
export interface ParkedCodes {
  /** In place of an earlier one of the person's. Resolves to what they have to type. */
  park(answered: AnsweredAttempt): Promise<string>;
  /** Uses it up. `undefined`: there is none, or it was another code that was shown. */
  take(userId: string, typed: string): Promise<AnsweredAttempt | undefined>;
}
