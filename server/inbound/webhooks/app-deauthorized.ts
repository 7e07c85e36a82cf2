import * as z from 'zod';
import type {HearOfRemoval} from '../../core/usecases/hear-of-removal.js';
import {deadLetter, type WebhookEvent} from './webhook-event.js';

export interface AppDeauthorizedDeps {
  hearOfRemoval: HearOfRemoval;
}

/** Zoom sends it to published apps alone: https://developers.zoom.us/docs/integrations/oauth/#app-deauthorization */
const payloadSchema = z.object({
  payload: z.object({
    client_id: z.string().min(1),
    user_id: z.string().min(1),
    account_id: z.string().min(1).optional().catch(undefined),
    deauthorization_time: z
      .string()
      .transform((text) => Date.parse(text))
      .pipe(z.number())
      .optional()
      .catch(undefined),
  }),
});

/**
 * Whether we may keep people's data (`user_data_retention`) is not asked: nothing that Zoom has let us know is kept but
 * the posts, which belong to their channels. The signature in the payload is older than that of the request, and
 * without a key.
 */
export const appDeauthorized = ({hearOfRemoval}: AppDeauthorizedDeps): WebhookEvent => ({
  name: 'app_deauthorized',
  async receive({body, authenticity, logger}) {
    const event = payloadSchema.safeParse(body);
    if (!event.success) return deadLetter(logger, 'the payload of app_deauthorized has another shape');
    const {client_id, user_id, account_id, deauthorization_time} = event.data.payload;
    const removal = {
      clientId: client_id,
      zoomUserId: user_id,
      accountId: account_id,
      at: deauthorization_time,
    };
    await hearOfRemoval(removal, authenticity);
    return {status: 204};
  },
});
