import type {RequestHandler} from 'express';
import type {Logger} from '../../core/ports/logger.js';
import type {ReceiveWebhook} from './receive-webhook.js';
import {addressOf, signatureOf} from './webhook-guards.js';
import {webhookStep} from './webhook-step.js';

export interface WebhookRouteDeps {
  receiveWebhook: ReceiveWebhook;
  logger: Logger;
}

/** `POST /webhook`: what Zoom tells, once the guards have let it in. */
export const webhookRoute = ({receiveWebhook, logger}: WebhookRouteDeps): RequestHandler =>
  webhookStep(logger, (request) =>
    receiveWebhook({
      ...signatureOf(request),
      address: addressOf(request),
      body: request.body as Buffer,
    }),
  );
