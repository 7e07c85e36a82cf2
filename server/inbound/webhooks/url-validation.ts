import {createHmac} from 'node:crypto';
import * as z from 'zod';
import type {WebhookEvent} from './webhook-event.js';

/**
 * What Zoom asks to be signed is a short random token. Events are signed with the same secret over `v0:…`: a shape
 * without a colon keeps this answer from being the signature of a forged event.
 */
const challengeSchema = z.object({
  payload: z.object({plainToken: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)}),
});

/** Zoom's name for it. */
export const URL_VALIDATION = 'endpoint.url_validation';

/**
 * https://developers.zoom.us/docs/api/webhooks/#validate-your-webhook-endpoint
 * While the secret token is being replaced, Zoom expects the answer of the one that it signed the question with.
 */
export const urlValidation: WebhookEvent = {
  name: URL_VALIDATION,
  receive: async ({body, token, logger}) => {
    if (token === undefined) {
      // Nothing to answer with: without the secret token the address alone is trusted, and that signs nothing.
      logger.warn('Zoom asks to validate the webhook address, but the Zoom Webhook Secret Token is not set');
      return {status: 204};
    }
    const challenge = challengeSchema.safeParse(body);
    if (!challenge.success) return {status: 400};
    const {plainToken} = challenge.data.payload;
    const encryptedToken = createHmac('sha256', token.reveal()).update(plainToken).digest('hex');
    return {status: 200, json: {plainToken, encryptedToken}};
  },
};
