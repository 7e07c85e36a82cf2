import {setupCheck, type SetupCheck} from './setup-check.js';
import type {Settings} from './settings.js';
import {
  factOf,
  REFUSAL_REASONS,
  type RefusalReason,
  type Refusals,
  type RefusalsByReason,
  type WebhookActivity,
} from './webhook-activity.js';
import {ZOOM_FEATURES} from './zoom-features.js';

type WebhookSettings = Pick<Settings, 'webhookSecret' | 'zoomWebhookSecret' | 'signatureRequired'>;

/** `secrets`: the fingerprint of those in the settings. Only what was seen with them says how things are now. */
interface Evidence {
  activity: WebhookActivity;
  secrets: string;
}

const found = (...what: Parameters<typeof setupCheck> extends [unknown, ...infer Rest] ? Rest : never) =>
  setupCheck('webhook', ...what);

/** Whether webhooks arrive, and if not, why. */
export function judgeWebhooks(settings: WebhookSettings, evidence: Evidence): SetupCheck {
  if (settings.webhookSecret === undefined) return found('webhook.noSecret');
  if (settings.signatureRequired && settings.zoomWebhookSecret === undefined) return found('webhook.noToken');
  const {activity, secrets} = evidence;
  const refused = presentRefusals(evidence);
  const reason = decisive(evidence, refused);
  const check = reason === undefined ? judgeArrivals(activity, secrets) : judgeRefusals(refused, reason);
  const others = REFUSAL_REASONS.filter((other) => other !== reason);
  const refusals = others.flatMap((other) => noteOf(other, refused[other]));
  return {...check, notes: [...refusals, ...unseen(check, evidence)]};
}

const presentRefusals = ({activity: {refused}, secrets}: Evidence): RefusalsByReason => ({
  address: factOf(secrets, refused.address),
  signature: factOf(secrets, refused.signature),
});

/**
 * Why only refused ones arrive; `undefined`: others do, or none at all. A sender who signs wrongly knows the address,
 * but anybody can call a wrong one, so that means something only if no other has ever arrived.
 */
function decisive({activity, secrets}: Evidence, refused: RefusalsByReason): RefusalReason | undefined {
  const {address, signature} = refused;
  const acceptedAt = factOf(secrets, activity.accepted)?.at ?? 0;
  const validatedAt = factOf(secrets, activity.validated)?.at ?? 0;
  const lastGood = Math.max(acceptedAt, validatedAt);
  const isUnsigned = signature !== undefined && signature.at > lastGood;
  const isAstray = address !== undefined && acceptedAt === 0 && address.at > validatedAt;
  if (isUnsigned && isAstray) return signature.at > address.at ? 'signature' : 'address';
  if (isUnsigned) return 'signature';
  return isAstray ? 'address' : undefined;
}

const judgeRefusals = ({address, signature}: RefusalsByReason, reason: RefusalReason): SetupCheck =>
  reason === 'address'
    ? found('webhook.wrongAddress', {count: address?.count ?? 0, refusedAt: address?.at ?? 0})
    : found('webhook.refused', {count: signature?.count ?? 0, refusedAt: signature?.at ?? 0});

function judgeArrivals({accepted, meetingAt, events}: WebhookActivity, secrets: string): SetupCheck {
  if (accepted === undefined) {
    return meetingAt === undefined ? found('webhook.none') : found('webhook.notSubscribed', {meetingAt});
  }
  const acceptedAt = accepted.at;
  const hasCome = (name: string): boolean => factOf(secrets, events[name]) !== undefined;
  if (factOf(secrets, accepted) === undefined) return found('webhook.before', {acceptedAt});
  if (!hasCome('meeting.started')) return found('webhook.noStart', {acceptedAt});
  return found(hasCome('meeting.ended') ? 'webhook.arrived' : 'webhook.noEnd', {acceptedAt});
}

/** A meeting has ended, and nobody has come to it: most likely the app was never told to report who comes. */
const unseen = ({finding}: SetupCheck, {activity: {events}, secrets}: Evidence): SetupCheck['notes'] => {
  const hasCome = ZOOM_FEATURES.people.events.some(({name}) => factOf(secrets, events[name]) !== undefined);
  return finding === 'webhook.arrived' && !hasCome ? [{kind: 'unseenPeople', values: {}}] : [];
};

const noteOf = (reason: RefusalReason, refusals: Refusals | undefined): SetupCheck['notes'] =>
  refusals === undefined ? [] : [{kind: reason, values: {count: refusals.count, refusedAt: refusals.at}}];

/** Whether Zoom has validated the address. It must have if webhooks arrive. */
export function judgeValidation(settings: WebhookSettings, {activity, secrets}: Evidence): SetupCheck {
  if (settings.zoomWebhookSecret === undefined) return setupCheck('validation', 'validation.noToken');
  const {validated, accepted} = activity;
  const validatedAt = validated?.at ?? 0;
  if (factOf(secrets, validated) !== undefined) {
    return setupCheck('validation', 'validation.done', {validatedAt});
  }
  if (factOf(secrets, accepted) !== undefined) return setupCheck('validation', 'validation.unseen');
  return validated === undefined
    ? setupCheck('validation', 'validation.none')
    : setupCheck('validation', 'validation.before', {validatedAt});
}
