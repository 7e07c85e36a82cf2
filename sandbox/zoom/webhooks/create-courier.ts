import type {SimulatorState} from '../state/create-state.js';
import {postWebhook, type WebhookAnswer} from './post-webhook.js';
import type {Subscription} from './subscription.js';
import type {WebhookEventName} from './webhook-events.js';

/** One webhook with all attempts to bring it. */
export interface Delivery {
  readonly id: number;
  readonly event: WebhookEventName;
  readonly body: string;
  readonly attempts: (WebhookAnswer & {at: number})[];
  /**
   * `waiting` for its first or next attempt · `delivered` with a 2xx · `refused` for good with a 3xx or 4xx ·
   * `given-up` after the last attempt · `dropped` by a fault.
   */
  outcome: 'waiting' | 'delivered' | 'refused' | 'given-up' | 'dropped';
}

/** Brings webhooks, and again when they were not taken. */
export interface Courier {
  bring: (delivery: Delivery, subscription: Subscription) => void;
  /** Resolves when no attempt is under way. */
  settled: () => Promise<void>;
}

/** After the first attempt: https://developers.zoom.us/docs/api/webhooks/#notification-delivery-and-retry */
const RETRY_DELAYS_MS = [5, 20, 60].map((minutes) => minutes * 60_000);

export function createCourier(state: SimulatorState): Courier {
  const {clock} = state;
  const underWay = new Set<Promise<void>>();

  async function attempt(delivery: Delivery, subscription: Subscription, signedAt: number): Promise<void> {
    const at = clock.now();
    const answer = await postWebhook(state, subscription, delivery.body, signedAt);
    delivery.attempts.push({...answer, at});
    delivery.outcome = outcomeOf(delivery.attempts);
    if (delivery.outcome === 'waiting') {
      const delay = RETRY_DELAYS_MS[delivery.attempts.length - 1] ?? 0;
      clock.after(delay, () =>
        begin(delivery, subscription, subscription.resignsRetries ? clock.now() : signedAt),
      );
    }
    state.changed();
  }

  function begin(delivery: Delivery, subscription: Subscription, signedAt: number): void {
    const work = attempt(delivery, subscription, signedAt).finally(() => underWay.delete(work));
    underWay.add(work);
  }

  return {
    bring: (delivery, subscription) => begin(delivery, subscription, clock.now()),
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function outcomeOf(attempts: Delivery['attempts']): Delivery['outcome'] {
  const status = attempts.at(-1)?.status ?? 0;
  if (status >= 200 && status < 300) return 'delivered';
  if (status >= 300 && status < 500) return 'refused';
  return attempts.length > RETRY_DELAYS_MS.length ? 'given-up' : 'waiting';
}
