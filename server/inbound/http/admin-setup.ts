import type {RequestHandler} from 'express';
import {type AdminSetup, type RefusedWebhooks} from '../../../contract/admin.js';
import type {Mode} from '../../core/domain/modes/mode.js';
import type {Settings} from '../../core/domain/settings.js';
import {factOf, NO_ACTIVITY, type Refusals} from '../../core/domain/webhook-activity.js';
import {isStoreError} from '../../core/ports/port-error.js';
import type {FormerSecrets, WebhookSecrets} from '../../core/ports/webhook-secrets.js';
import type {WebhookActivityLog} from '../../core/ports/webhook-activity-log.js';
import {describeMode} from '../describe-mode.js';
import {webhookAddress} from '../webhook-address.js';
import {secretsInForce} from '../webhooks/secrets-in-force.js';
import {jsonRoute, type JsonRouteDeps, NO_BODY} from './json-route.js';

export interface AdminSetupDeps extends JsonRouteDeps {
  modes: readonly Mode[];
  settings: Settings;
  siteUrl: string;
  publicUrl: string;
  activity: Pick<WebhookActivityLog, 'read'>;
  webhookSecrets: Pick<WebhookSecrets, 'former'>;
}

/** What has to be copied into Zoom, and what is still missing here. The address holds its secret: it must be copied. */
export const adminSetup = (deps: AdminSetupDeps): RequestHandler =>
  jsonRoute(NO_BODY, deps, async ({reader}) => {
    const {modes, settings, siteUrl, publicUrl, activity, webhookSecrets} = deps;
    const [{translate}, {accepted, validated, refused}, {address, token}] = await Promise.all([
      reader(),
      activity.read().catch(orElse(NO_ACTIVITY)),
      webhookSecrets.former(settings).catch(orElse<FormerSecrets>({})),
    ]);
    const secrets = secretsInForce(settings);
    const json: AdminSetup = {
      webhook_url: webhookAddress(publicUrl, settings) ?? '',
      site_url: siteUrl,
      mode: settings.mode,
      modes: modes.map((mode) => describeMode(translate, mode, publicUrl)),
      missing: [...new Set(settings.problems.map(({setting}) => setting))],
      ...at('former_address_until', address?.until),
      ...at('former_token_until', token?.until),
      ...at('last_webhook_at', factOf(secrets, accepted)?.at),
      ...at('last_validation_at', factOf(secrets, validated)?.at),
      refused: {
        wrong_address: refusals(factOf(secrets, refused.address)),
        wrong_signature: refusals(factOf(secrets, refused.signature)),
      },
    };
    return {json};
  });

/** What has to be copied does not wait for the store. */
const orElse =
  <T>(nothing: T) =>
  (error: unknown): T => {
    if (isStoreError(error)) return nothing;
    throw error;
  };

const at = <Name extends string>(name: Name, time: number | undefined): {readonly [N in Name]?: number} =>
  (time === undefined ? {} : {[name]: time}) as {readonly [N in Name]?: number};

const refusals = (known: Refusals | undefined): RefusedWebhooks => ({
  count: known?.count ?? 0,
  ...at('last_at', known?.at),
});
