import type {SecretText} from '../../core/domain/secret-text.js';
import type {Logger} from '../../core/ports/logger.js';
import {hasCode, isStoreError} from '../../core/ports/port-error.js';

/** An authentic event, parsed no further than its name. */
export interface ReceivedEvent {
  /** The parsed JSON; each event reads only the fields that it uses. */
  body: unknown;
  authenticity: 'fresh' | 'stale';
  /** Zoom's secret token that signed it; `undefined` where no signature is checked. */
  token: SecretText | undefined;
  /** Milliseconds since the epoch. */
  receivedAt: number;
  logger: Logger;
}

/** What Zoom gets: an empty 2xx ends its redelivery, a 503 asks for it. */
export type WebhookAnswer =
  {status: 200; json: Readonly<Record<string, string>>} | {status: 204 | 400 | 401} | {status: 503};

export interface WebhookEvent {
  /** Zoom's name for it. */
  name: string;
  /** Rejects with `store-unavailable` or `record-unreadable` alone. */
  receive(event: ReceivedEvent): Promise<WebhookAnswer>;
}

/**
 * The store failed, or holds something that cannot be read: Zoom is asked to send it again.
 * @throws the error itself, if it is any other
 */
export function askAgain(logger: Logger, error: unknown): WebhookAnswer {
  if (!isStoreError(error)) throw error;
  // Which record it is stands in the log already.
  if (hasCode(error, 'record-unreadable'))
    logger.warn('A webhook needs a record that cannot be read; Zoom will send it again');
  else logger.error('The key-value store failed; Zoom will send the webhook again', {error: error.message});
  return {status: 503};
}

/** Authentic, but nothing that a retry could mend: one redacted line, and Zoom need not send it again. */
export function deadLetter(logger: Logger, reason: string): WebhookAnswer {
  logger.warn('A webhook of Zoom could not be used', {reason});
  return {status: 204};
}
