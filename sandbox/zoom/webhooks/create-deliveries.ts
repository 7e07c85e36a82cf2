import type {SimulatorState} from '../state/create-state.js';
import {postWebhook, type WebhookAnswer} from './post-webhook.js';
import type {Subscription} from './subscription.js';
import {type MeetingEvent, webhookBody, type WebhookEventName} from './webhook-events.js';

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

/** What goes wrong with the next webhook (of that event, where one is named). */
export type WebhookFault = {event?: WebhookEventName} & (
  {kind: 'drop'} | {kind: 'duplicate'; copies?: number} | {kind: 'delay'; ms: number}
);

export interface Deliveries {
  readonly list: readonly Delivery[];
  deliver: (subscription: Subscription | undefined, event: MeetingEvent) => void;
  fault: (fault: WebhookFault) => void;
  /** Resolves when no attempt is under way; what waits for its next time does not count. */
  settled: () => Promise<void>;
}

/** After the first attempt: https://developers.zoom.us/docs/api/webhooks/#notification-delivery-and-retry */
const RETRY_DELAYS_MS = [5, 20, 60].map((minutes) => minutes * 60_000);

export function createDeliveries(state: SimulatorState): Deliveries {
  const {clock} = state;
  const list: Delivery[] = [];
  const underWay = new Set<Promise<void>>();
  let faults: WebhookFault[] = [];

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

  function takeFault(event: WebhookEventName): WebhookFault | undefined {
    const fault = faults.find((waiting) => waiting.event === undefined || waiting.event === event);
    faults = faults.filter((waiting) => waiting !== fault);
    return fault;
  }

  function add(event: MeetingEvent, body: string, outcome: Delivery['outcome']): Delivery {
    const delivery: Delivery = {id: list.length + 1, event: event.name, body, attempts: [], outcome};
    list.push(delivery);
    return delivery;
  }

  return {
    list,
    deliver: (subscription, event) => {
      if (!subscription?.validated || !subscription.events.includes(event.name)) return;
      const body = webhookBody(state, subscription.shape, event);
      const fault = takeFault(event.name);
      if (fault?.kind === 'drop') return void add(event, body, 'dropped');
      const copies = fault?.kind === 'duplicate' ? (fault.copies ?? 2) : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        const delivery = add(event, body, 'waiting');
        const send = (): void => begin(delivery, subscription, clock.now());
        if (fault?.kind === 'delay') clock.after(fault.ms, send);
        else send();
      }
    },
    fault: (fault) => void faults.push(fault),
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
