import type {RequestHandler} from 'express';
import type {Settings} from '../../core/domain/settings.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import {createFinding} from '../http/finding.js';
import type {Refuse} from './refusals.js';
import type {KeyAge, Signature, WebhookKeys} from './webhook-keys.js';
import {webhookStep} from './webhook-step.js';

export interface WebhookGuardDeps {
  settings: Settings;
  keys: Pick<WebhookKeys, 'addressOf' | 'verify'>;
  refuse: Refuse;
  clock: Clock;
  logger: Logger;
}

/** A signature that holds, and when it was looked at. */
interface Signed {
  signature: Exclude<Signature, {authenticity: 'forged'}>;
  receivedAt: number;
}

const address = createFinding<KeyAge>();
const signed = createFinding<Signed>();

/** Which secret address was known. */
export const addressOf = address.of;
export const foundAddress = address.find;

/** By which signature the webhook was let in. */
export const signatureOf = signed.of;
export const foundSignature = signed.find;

/** Lets in who knows the secret of the address. */
export const webhookAddress = ({settings, keys, refuse, logger}: WebhookGuardDeps): RequestHandler =>
  webhookStep(logger, async (request) => {
    // The store has not told it yet: asked again, Zoom's address may well be right.
    if (settings.webhookSecret === undefined) return {status: 503};
    const given = request.query['secret'];
    const age = typeof given === 'string' ? await keys.addressOf(given) : undefined;
    if (age === undefined) {
      refuse('address');
      return {status: 401};
    }
    address.note(request, age);
    return 'next';
  });

/** Lets nothing in while there is no token to check signatures with. */
export const webhookSetUp = ({settings, logger}: WebhookGuardDeps): RequestHandler =>
  webhookStep(logger, async () => {
    if (!settings.signatureRequired || settings.zoomWebhookSecret !== undefined) return 'next';
    logger.error('Webhooks are refused: the setting Zoom Webhook Secret Token is missing');
    return {status: 503};
  });

/** Lets in what Zoom has signed, seen by the bytes that arrived: nobody has parsed them yet. */
export const webhookSignature = ({keys, refuse, clock, logger}: WebhookGuardDeps): RequestHandler =>
  webhookStep(logger, async (request) => {
    const receivedAt = clock.now();
    const sent = {
      timestamp: request.get('x-zm-request-timestamp'),
      signature: request.get('x-zm-signature'),
      body: request.body as Buffer,
    };
    const signature = await keys.verify(sent, receivedAt);
    if (signature.authenticity === 'forged') {
      refuse('signature');
      return {status: 401};
    }
    signed.note(request, {signature, receivedAt});
    return 'next';
  });
