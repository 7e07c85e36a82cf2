import type {RateLimits} from './api/rate-limits.js';
import type {RecordedRequest} from './api/request-log.js';
import type {FaultRule} from './faults/fault.js';
import type {MeetingActions} from './meeting-actions.js';
import type {NewMeeting} from './state/add-meeting.js';
import type {NewUser} from './state/add-user.js';
import type {SimulatedAccount, SimulatedMeeting, SimulatedUser} from './state/records.js';
import type {Delivery, WebhookFault} from './webhooks/create-deliveries.js';
import type {WebhookAnswer} from './webhooks/post-webhook.js';
import type {Subscription, SubscriptionWish} from './webhooks/subscription.js';

/**
 * A Zoom of our own: OAuth, the part of the REST API that the product uses, and signed webhooks, over HTTP on this
 * machine. It keeps state, and is strict where Zoom is strict. The same is offered to other processes below
 * `<url>/simulator/`.
 */
export interface ZoomSimulator extends MeetingActions {
  /** What ZoomURL is set to. Links to meetings begin with it. */
  readonly url: string;
  /** What ZoomAPIURL is set to. */
  readonly apiUrl: string;
  readonly account: SimulatedAccount;
  readonly users: readonly SimulatedUser[];
  /** All that ever were, oldest first. */
  readonly meetings: readonly SimulatedMeeting[];
  readonly limits: RateLimits;

  addUser(user: NewUser): SimulatedUser;
  /** A meeting made elsewhere than over the API, such as in Zoom's client. */
  addMeeting(meeting: NewMeeting): SimulatedMeeting;
  /** All tokens die, as after a new secret or a deactivated app. */
  revokeTokens(): void;

  /** Makes calls of the API go wrong. */
  fault(rule: FaultRule): void;
  liftFaults(): void;
  readonly requests: readonly RecordedRequest[];
  /** The first request that fits, of those seen and those to come. */
  waitForRequest(predicate: (request: RecordedRequest) => boolean): Promise<RecordedRequest>;

  readonly subscription: Subscription | undefined;
  /** Replaces the subscription and sends the challenge; a signed one gets events only once that was answered. */
  subscribe(wish: SubscriptionWish): Promise<WebhookAnswer & {valid: boolean}>;
  /** Sends the challenge again, as Zoom does every 72 hours. */
  validate(): Promise<WebhookAnswer & {valid: boolean}>;
  /** Makes webhooks go wrong. */
  faultWebhook(fault: WebhookFault): void;
  readonly deliveries: readonly Delivery[];
  /** Resolves when no webhook is under way; redeliveries that wait for their time do not count. */
  webhooksSettled(): Promise<void>;
  /** The first delivery that fits, of those seen and those to come. */
  waitForDelivery(predicate: (delivery: Delivery) => boolean): Promise<Delivery>;

  /** Calls the listener after anything above may have changed. Returns how to stop it. */
  onChange(listener: () => void): () => void;
  /** Ends the server and all its connections. May be called twice. */
  close(): Promise<void>;
}
