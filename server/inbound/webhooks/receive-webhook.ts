import * as z from 'zod';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {WebhookActivityLog} from '../../core/ports/webhook-activity-log.js';
import type {KeepEvent} from '../../core/usecases/keep-event.js';
import {withDeadline} from '../../lib/deadline.js';
import {parseJson} from '../../lib/parse-json.js';
import {FORMER_SECRETS} from './secrets-in-force.js';
import {URL_VALIDATION} from './url-validation.js';
import {askAgain, deadLetter, type WebhookAnswer, type WebhookEvent} from './webhook-event.js';
import type {WatchClock} from './stale-row.js';
import type {KeyAge, Signature, WebhookKeys} from './webhook-keys.js';

/** Zoom waits 3 s and then sends again. */
const ANSWER_WITHIN_MS = 2_500;

const envelopeSchema = z.object({event: z.string()});

/** A webhook that knew an address of ours and was signed by Zoom. */
export interface GenuineWebhook {
  address: KeyAge;
  signature: Exclude<Signature, {authenticity: 'forged'}>;
  /** Milliseconds since the epoch. */
  receivedAt: number;
  body: Buffer;
}

/** Parses a genuine webhook and hands it to its event. Rejects for mistakes of ours alone. */
export type ReceiveWebhook = (webhook: GenuineWebhook) => Promise<WebhookAnswer>;

export interface ReceiveWebhookDeps {
  keys: Pick<WebhookKeys, 'used'>;
  /** Names the secrets in force. */
  secrets: string;
  events: readonly WebhookEvent[];
  /** For other systems, also what the product itself does not listen to. */
  keepEvent: KeepEvent;
  activity: Pick<WebhookActivityLog, 'note'>;
  watchClock: WatchClock;
  clock: Clock;
  logger: Logger;
}

export const createReceiveWebhook =
  ({
    keys,
    secrets,
    events,
    keepEvent,
    activity,
    watchClock,
    clock,
    logger,
  }: ReceiveWebhookDeps): ReceiveWebhook =>
  async ({address, signature, receivedAt, body: bytes}) => {
    watchClock(signature, receivedAt);
    const body = parseJson(bytes);
    const envelope = envelopeSchema.safeParse(body);
    if (!envelope.success) return deadLetter(logger, 'the body is not an event');
    const {event: eventName} = envelope.data;
    const isValidation = eventName === URL_VALIDATION;
    const by = {address, token: signature.age};
    const isByPresent = by.address === 'present' && by.token === 'present';
    const fact = {at: receivedAt, secrets: isByPresent ? secrets : FORMER_SECRETS};
    if (!isValidation) {
      activity.note({accepted: fact, events: {[eventName]: fact}});
      // A validation says what somebody typed in Zoom, not yet what they saved there.
      keys.used(by);
    }
    const event = events.find(({name}) => name === eventName);
    const {authenticity, token} = signature;
    const isLate = authenticity === 'stale';
    const kept = isValidation ? undefined : keepEvent({event: eventName, body, bytes, receivedAt, isLate});
    const received = event?.receive({body, authenticity, token, receivedAt, logger});
    // Zoom sends it again unless both have it.
    const answer = Promise.all([received ?? ({status: 204} as const), kept])
      .then(([given]) => {
        if (isValidation && given.status === 200) activity.note({validated: fact});
        return given;
      })
      .catch((error: unknown) => askAgain(logger, error));
    const late = (): WebhookAnswer => {
      logger.warn('A webhook took too long; Zoom will send it again', {event: eventName});
      return {status: 503};
    };
    return withDeadline(clock, ANSWER_WITHIN_MS, ({orLate}) => orLate(answer, late));
  };
