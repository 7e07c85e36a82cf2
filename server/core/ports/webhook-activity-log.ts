import type {RefusalReason, Fact, WebhookActivity, WebhookFacts} from '../domain/webhook-activity.js';

/**
 * Remembers what arrives from Zoom, for the person who sets the plugin up. Every node of a cluster knows everything.
 */
export interface WebhookActivityLog {
  /** At once in this process, a while later in the store. Never rejects, and does not make the caller wait. */
  note(news: Partial<WebhookFacts>): void;
  /** One more that was refused. The same promise as {@link note}, no matter how many there are. */
  refuse(reason: RefusalReason, fact: Fact): void;
  /**
   * Says that facts from a version without marks belong to these secrets. Called with those that this process starts
   * with, before anybody can have changed them.
   */
  markUnmarked(secrets: string): void;
  /** @throws `store-unavailable` or `record-unreadable` */
  read(): Promise<WebhookActivity>;
}
