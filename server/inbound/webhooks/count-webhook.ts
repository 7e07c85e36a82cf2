import type {Request, RequestHandler} from 'express';
import type {WebhookResult} from '../../core/ports/metrics/table.js';
import type {Metrics} from '../../core/ports/metrics.js';
import {foundAddress, foundSignature} from './webhook-guards.js';

export interface CountWebhookDeps {
  metrics: Pick<Metrics, 'webhooks'>;
}

/**
 * Counts every webhook by its answer. Zoom sends again what it has not waited for: whoever knows the address and hangs
 * up before the answer is Zoom. It lets everything in.
 */
export const countWebhook =
  ({metrics}: CountWebhookDeps): RequestHandler =>
  (request, response, next) => {
    const count = (result: WebhookResult): void => metrics.webhooks.add({result});
    response.once('finish', () => count(resultOf(request, response.statusCode)));
    response.once('close', () => {
      if (!response.writableFinished && foundAddress(request) !== undefined) count('deferred');
    });
    next();
  };

function resultOf(request: Request, status: number): WebhookResult {
  if (status >= 500) return 'deferred';
  if (status < 400) return foundSignature(request)?.signature.authenticity === 'stale' ? 'late' : 'accepted';
  if (foundAddress(request) === undefined) return 'wrong-address';
  return status === 401 ? 'wrong-signature' : 'unusable';
}
