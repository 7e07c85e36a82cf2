import {stands} from '../state/consents.js';
import type {SimulatorState} from '../state/create-state.js';
import type {Consent} from '../state/records.js';
import {whenFound} from '../state/when-found.js';
import type {Delivery} from './create-courier.js';
import {createDeliveries} from './create-deliveries.js';
import type {WebhookAnswer} from './post-webhook.js';
import {createSubscription, type Subscription, type SubscriptionWish} from './subscription.js';
import {validateSubscription} from './validate-subscription.js';
import type {WebhookEvent} from './webhook-events.js';
import type {WebhookFault} from './webhook-fault.js';

/** The side of Zoom that speaks first. */
export interface Webhooks {
  subscription: () => Subscription | undefined;
  /** Replaces the subscription and sends the challenge; a signed one gets events only once that was answered. */
  subscribe(wish: SubscriptionWish): Promise<WebhookAnswer & {valid: boolean}>;
  /** Sends the challenge again, as Zoom does every 72 hours. An unsigned subscription has none. */
  validate(): Promise<WebhookAnswer & {valid: boolean}>;
  /** Makes webhooks go wrong. */
  faultWebhook(fault: WebhookFault): void;
  liftWebhookFaults(): void;
  /** What will go wrong with webhooks to come. */
  webhookFaults(): readonly WebhookFault[];
  readonly deliveries: readonly Delivery[];
  /** Resolves when no webhook is under way; redeliveries that wait for their time do not count. */
  webhooksSettled(): Promise<void>;
  /** The first delivery that fits, of those seen and those to come. */
  waitForDelivery(predicate: (delivery: Delivery) => boolean): Promise<Delivery>;
}

/** A General app hears only of those who have authorised it, or for whom an admin has. */
function concernsApp({account, users, consents}: SimulatorState, event: WebhookEvent): boolean {
  if (event.name === 'app_deauthorized' || account.appType === 'server_to_server') return true;
  const host = users.find(({id}) => id === event.meeting.hostId);
  const isFor = ({userId, accountId}: Consent): boolean =>
    account.appType === 'general_user' ? userId === host?.id : accountId === host?.accountId;
  return consents.some((consent) => stands(consent) && isFor(consent));
}

export function createWebhooks(state: SimulatorState): {
  webhooks: Webhooks;
  emit: (event: WebhookEvent) => void;
} {
  const deliveries = createDeliveries(state);
  let subscription: Subscription | undefined;

  async function validate(): Promise<WebhookAnswer & {valid: boolean}> {
    if (subscription === undefined) throw new Error('Nobody has subscribed.');
    if (!subscription.signed) return {valid: true, status: 0, body: ''};
    return validateSubscription(state, subscription);
  }

  return {
    emit: (event) => {
      if (!subscription?.validated) return;
      const isWanted = event.name === 'app_deauthorized' || subscription.events.includes(event.name);
      if (isWanted && concernsApp(state, event)) deliveries.deliver(subscription, event);
    },
    webhooks: {
      subscription: () => subscription,
      subscribe: (wish) => {
        subscription = createSubscription(wish);
        return validate();
      },
      validate,
      faultWebhook: deliveries.fault,
      liftWebhookFaults: deliveries.liftFaults,
      webhookFaults: deliveries.faults,
      deliveries: deliveries.list,
      webhooksSettled: deliveries.settled,
      waitForDelivery: (predicate) => whenFound(state, () => deliveries.list.find(predicate)),
    },
  };
}
