import type {RequestHandler} from 'express';
import * as z from 'zod';
import {
  BECAUSE,
  ROTATING_SETTINGS,
  type RotatingSetting,
  type WebhookSecretAnswer,
  type WebhookSecretRequest,
} from '../../../contract/admin.js';
import {SecretText} from '../../core/domain/secret-text.js';
import type {SecretSettings, WebhookSecrets} from '../../core/ports/webhook-secrets.js';
import type {Clock} from '../../core/ports/clock.js';
import {isStoreError} from '../../core/ports/port-error.js';
import {FORMER_MS} from '../../core/domain/secret-rotation.js';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';
import {readerFor} from '../reader.js';
import {jsonRoute, type JsonRouteDeps} from './json-route.js';
import {actingAdmin} from './system-admin.js';

const bodySchema = z.object({
  setting: z.enum(ROTATING_SETTINGS),
  value: z.string().trim().min(1).max(4096),
  because: z.enum(BECAUSE).optional(),
}) satisfies z.ZodType<WebhookSecretRequest>;

export interface AdminWebhookSecretDeps extends JsonRouteDeps {
  settings: SecretSettings;
  webhookSecrets: Pick<WebhookSecrets, 'mayKeep' | 'willReplace' | 'willEnd'>;
  clock: Clock;
}

/**
 * Why a secret is about to change: the page asks before it saves. Answers whether there is something to ask at all, and
 * until when the present secret would stay good.
 */
export const adminWebhookSecret = (deps: AdminWebhookSecretDeps): RequestHandler =>
  jsonRoute(bodySchema, deps, async ({body: {setting, value, because}, request}) => {
    const {settings, webhookSecrets, clock} = deps;
    const asks = webhookSecrets.mayKeep(settings, setting) && isOther(settings, setting, value);
    try {
      if (asks && because === 'replaced') {
        await webhookSecrets.willReplace(settings, setting, new SecretText(value));
      }
      if (because === 'leaked') await webhookSecrets.willEnd(setting);
    } catch (error) {
      if (!isStoreError(error)) throw error;
      deps.logger.error('Why a secret changes could not be noted', {error: error.message});
      const {translate} = readerFor(deps.texts, actingAdmin(request));
      return {code: 'store_unavailable', message: translate('admin.storeUnavailable')};
    }
    return {json: (asks ? {until: clock.now() + FORMER_MS} : {}) satisfies WebhookSecretAnswer};
  });

function isOther(settings: SecretSettings, setting: RotatingSetting, value: string): boolean {
  const present = setting === 'WebhookSecret' ? settings.webhookSecret : settings.zoomWebhookSecret;
  return present === undefined || !equalInConstantTime(value, present.reveal());
}
