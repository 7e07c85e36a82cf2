import type {NextFunction, Request, RequestHandler, Response} from 'express';
import type {Settings} from '../../core/domain/settings.js';
import {StoreUnavailableError} from '../../core/ports/key-value.js';
import type {Logger} from '../../core/ports/logger.js';
import {jsonOnly} from '../http/json-only.js';
import {readBody} from '../http/read-body.js';
import type {AddressedRequest} from './receive-webhook.js';
import type {Refuse} from './refusals.js';
import type {WebhookAnswer} from './webhook-event.js';
import type {KeyAge, WebhookKeys} from './webhook-keys.js';

const MAX_BODY_BYTES = 512 * 1024;
const RETRY_AFTER_SECONDS = '300';

interface WebhookRouteDeps {
  settings: Settings;
  keys: Pick<WebhookKeys, 'addressOf'>;
  receive: (request: AddressedRequest) => Promise<WebhookAnswer>;
  refuse: Refuse;
  logger: Logger;
}

/** The order in which a webhook is let in: address, set-up, kind of body, size; then its bytes are verified. */
export const webhookRoute = ({
  settings,
  keys,
  receive,
  refuse,
  logger,
}: WebhookRouteDeps): readonly RequestHandler[] => [
  retryLater(logger, async (request, response, next) => {
    // The store has not told it yet: asked again, Zoom's address may well be right.
    if (settings.webhookSecret === undefined) return answer(response, {status: 503});
    const given = request.query['secret'];
    const address = typeof given === 'string' ? await keys.addressOf(given) : undefined;
    if (address === undefined) {
      refuse('address');
      return answer(response, {status: 401});
    }
    response.locals['address'] = address;
    next();
  }),
  (_request, response, next) => {
    if (!settings.signatureRequired || settings.zoomWebhookSecret !== undefined) return next();
    logger.error('Webhooks are refused: the setting Zoom Webhook Secret Token is missing');
    answer(response, {status: 503});
  },
  jsonOnly,
  readBody(MAX_BODY_BYTES),
  retryLater(logger, async (request, response) => {
    const given = await receive({
      address: response.locals['address'] as KeyAge,
      timestamp: request.get('x-zm-request-timestamp'),
      signature: request.get('x-zm-signature'),
      body: request.body as Buffer,
    });
    answer(response, given);
  }),
];

function answer(response: Response, given: WebhookAnswer): void {
  response.status(given.status);
  if (given.status === 503) response.set('Retry-After', RETRY_AFTER_SECONDS);
  if (given.status === 200) response.json(given.json);
  else response.end();
}

/** Whether a former secret is still good only the store knows. */
const retryLater =
  (
    logger: Logger,
    handle: (request: Request, response: Response, next: NextFunction) => Promise<void>,
  ): RequestHandler =>
  async (request, response, next) => {
    try {
      await handle(request, response, next);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      logger.error('The key-value store failed; Zoom will send the webhook again', {error: error.message});
      answer(response, {status: 503});
    }
  };
