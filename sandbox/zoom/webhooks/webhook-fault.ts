import type {WebhookEventName} from './webhook-events.js';

/** What goes wrong with the next webhook, or with the next of that event. */
export type WebhookFault = {
  event?: WebhookEventName;
  /** Not with the next alone, but with all within so many milliseconds from now. */
  forMs?: number;
} & (
  | {kind: 'drop'}
  /** The same webhook several times at once; two if not said. */
  | {kind: 'duplicate'; copies?: number}
  | {kind: 'delay'; ms: number}
);
