import {MEETING_EVENTS, type MeetingEventName, type WebhookShape} from './webhook-events.js';

/** Where an app wants its webhooks, and in which form. */
export interface Subscription {
  url: string;
  shape: WebhookShape;
  /** False: as before 2021, with the verification token only, and without a challenge. */
  signed: boolean;
  /** Whether a redelivery is signed for its own time; what Zoom does is not documented. */
  resignsRetries: boolean;
  events: readonly MeetingEventName[];
  /** The endpoint has answered the challenge; before, a signed subscription gets no events. */
  validated: boolean;
}

export type SubscriptionWish = Pick<Subscription, 'url'> & Partial<Omit<Subscription, 'validated'>>;

export function createSubscription(wish: SubscriptionWish): Subscription {
  const {shape = 'today'} = wish;
  const signed = wish.signed ?? shape === 'today';
  return {shape, signed, resignsRetries: true, events: MEETING_EVENTS, ...wish, validated: !signed};
}
