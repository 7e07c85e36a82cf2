import type {RequestHandler} from 'express';
import type {Settings} from '../../core/domain/settings.js';
import type {Logger} from '../../core/ports/logger.js';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';
import {jsonOnly} from '../http/json-only.js';
import {readBody} from '../http/read-body.js';
import type {SignedRequest} from './verify-signature.js';
import type {WebhookAnswer} from './webhook-event.js';

const MAX_BODY_BYTES = 512 * 1024;
const RETRY_AFTER_SECONDS = '300';

interface WebhookRouteDeps {
  settings: Settings;
  receive: (request: SignedRequest) => Promise<WebhookAnswer>;
  logger: Logger;
}

/** The order in which a webhook is let in: address, set-up, kind of body, size; then its bytes are verified. */
export const webhookRoute = ({settings, receive, logger}: WebhookRouteDeps): readonly RequestHandler[] => [
  (request, response, next) => {
    const secret = settings.webhookSecret?.reveal();
    const given = request.query['secret'];
    if (secret !== undefined && typeof given === 'string' && equalInConstantTime(given, secret)) next();
    else response.status(401).end();
  },
  (_request, response, next) => {
    if (!settings.signatureRequired || settings.zoomWebhookSecret !== undefined) return next();
    logger.error('Webhooks are refused: the setting Zoom Webhook Secret Token is missing');
    response.status(503).set('Retry-After', RETRY_AFTER_SECONDS).end();
  },
  jsonOnly,
  readBody(MAX_BODY_BYTES),
  async (request, response) => {
    const answer = await receive({
      timestamp: request.get('x-zm-request-timestamp'),
      signature: request.get('x-zm-signature'),
      body: request.body as Buffer,
    });
    response.status(answer.status);
    if (answer.status === 503) response.set('Retry-After', RETRY_AFTER_SECONDS);
    if (answer.status === 200) response.json(answer.json);
    else response.end();
  },
];
