import {NEEDED_EVENTS} from './needed-events.js';
import {setupCheck, type SetupCheck} from './setup-check.js';
import type {Settings} from './settings.js';

/** What is known of Zoom's webhooks. Times in milliseconds since the Unix epoch; absent: never. */
export interface WebhookActivity {
  /** The last authentic event, a validation excepted. */
  acceptedAt?: number | undefined;
  /** The last one that knew the address, but was not signed with our secret token. */
  refusedAt?: number | undefined;
  /** When Zoom last validated the address and got the right answer. */
  validatedAt?: number | undefined;
  /** When a meeting was last started from Mattermost: from then on webhooks are due. */
  meetingAt?: number | undefined;
  /** Names of {@link NEEDED_EVENTS} that have arrived. */
  events: readonly string[];
}

export const NO_ACTIVITY: WebhookActivity = {events: []};

/** Both together; the same for any order and repetition, so that the nodes of a cluster may write over each other. */
export function mergeActivity(one: WebhookActivity, other: Partial<WebhookActivity>): WebhookActivity {
  const later = (a = 0, b = 0): number | undefined => Math.max(a, b) || undefined;
  const seen = new Set([...one.events, ...(other.events ?? [])]);
  return {
    acceptedAt: later(one.acceptedAt, other.acceptedAt),
    refusedAt: later(one.refusedAt, other.refusedAt),
    validatedAt: later(one.validatedAt, other.validatedAt),
    meetingAt: later(one.meetingAt, other.meetingAt),
    events: NEEDED_EVENTS.map(({name}) => name).filter((name) => seen.has(name)),
  };
}

type WebhookSettings = Pick<Settings, 'webhookSecret' | 'zoomWebhookSecret' | 'signatureRequired'>;

/** Whether webhooks arrive, and if not, what is the matter. */
export function judgeWebhooks(settings: WebhookSettings, activity: WebhookActivity): SetupCheck {
  const found = (...what: Parameters<typeof setupCheck> extends [unknown, ...infer Rest] ? Rest : never) =>
    setupCheck('webhook', ...what);
  if (settings.webhookSecret === undefined) return found('webhook.noSecret');
  if (settings.signatureRequired && settings.zoomWebhookSecret === undefined) return found('webhook.noToken');
  const {acceptedAt, refusedAt, meetingAt, events} = activity;
  if (refusedAt !== undefined && refusedAt > Math.max(acceptedAt ?? 0, activity.validatedAt ?? 0)) {
    return found('webhook.refused', {refusedAt});
  }
  if (acceptedAt === undefined) {
    return meetingAt === undefined ? found('webhook.none') : found('webhook.notSubscribed', {meetingAt});
  }
  if (!events.includes('meeting.started')) return found('webhook.noStart', {acceptedAt});
  return found(events.includes('meeting.ended') ? 'webhook.arrived' : 'webhook.noEnd', {acceptedAt});
}

/** Whether Zoom has validated the address. Where webhooks arrive, it must have. */
export function judgeValidation(settings: WebhookSettings, activity: WebhookActivity): SetupCheck {
  if (settings.zoomWebhookSecret === undefined) return setupCheck('validation', 'validation.noToken');
  const {validatedAt, acceptedAt} = activity;
  if (validatedAt !== undefined) return setupCheck('validation', 'validation.done', {validatedAt});
  return setupCheck('validation', acceptedAt === undefined ? 'validation.none' : 'validation.unseen');
}
