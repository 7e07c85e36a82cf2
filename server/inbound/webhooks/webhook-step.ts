import type {Request, RequestHandler, Response} from 'express';
import type {Logger} from '../../core/ports/logger.js';
import {askAgain, type WebhookAnswer} from './webhook-event.js';

const RETRY_AFTER_SECONDS = '300';

/** Tells Zoom what became of its webhook. */
function answerWebhook(response: Response, given: WebhookAnswer): void {
  response.status(given.status);
  if (given.status === 503) response.set('Retry-After', RETRY_AFTER_SECONDS);
  if (given.status === 200) response.json(given.json);
  else response.end();
}

/** One step on the way of a webhook. While the store fails Zoom is asked to send it again. */
export const webhookStep =
  (logger: Logger, step: (request: Request) => Promise<WebhookAnswer | 'next'>): RequestHandler =>
  async (request, response, next) => {
    const outcome = await step(request).catch((error: unknown) => askAgain(logger, error));
    if (outcome === 'next') next();
    else answerWebhook(response, outcome);
  };
