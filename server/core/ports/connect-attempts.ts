import type {ConnectAttempt} from '../domain/connect-attempt.js';

/** Attempts to connect that are under way. Rejects with `store-unavailable` or `record-unreadable`. */
export interface ConnectAttempts {
  open(state: string, attempt: ConnectAttempt): Promise<void>;
  /** Uses it up, whatever comes of it. `undefined`: it is none, too old, or used up. */
  take(state: string): Promise<ConnectAttempt | undefined>;
}
