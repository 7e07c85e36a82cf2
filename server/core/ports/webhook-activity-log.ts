import type {WebhookActivity} from '../domain/webhook-activity.js';

/** Remembers what arrives from Zoom, for whoever sets the plugin up; every node of a cluster knows of all. */
export interface WebhookActivityLog {
  /** At once in this process, a while later in the store. Never rejects, and costs the caller no wait. */
  note(news: Partial<WebhookActivity>): void;
  /** @throws StoreUnavailableError */
  read(): Promise<WebhookActivity>;
}
