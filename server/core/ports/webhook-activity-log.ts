import type {RefusalReason, Fact, WebhookActivity, WebhookFacts} from '../domain/webhook-activity.js';

/** Remembers what arrives from Zoom, for the person who sets the plugin up; every node of a cluster knows of all. */
export interface WebhookActivityLog {
  /** At once in this process, a while later in the store. Never rejects, and costs the caller no wait. */
  note(news: Partial<WebhookFacts>): void;
  /** One more that was refused; the same promise as {@link note}, however many there are. */
  refuse(reason: RefusalReason, fact: Fact): void;
  /**
   * Facts of a version that did not mark them are of these secrets: called with those that this process begins with,
   * before anybody can have changed them.
   */
  markUnmarked(secrets: string): void;
  /** @throws StoreUnavailableError */
  read(): Promise<WebhookActivity>;
}
