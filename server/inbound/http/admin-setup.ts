import type {RequestHandler} from 'express';
import {NEEDED_EVENTS} from '../../core/domain/needed-events.js';
import type {SettingKey, Settings} from '../../core/domain/settings.js';
import {NO_ACTIVITY} from '../../core/domain/webhook-activity.js';
import {NEEDED_SCOPES, type ZoomConnection} from '../../core/domain/zoom-connection.js';
import {StoreUnavailableError} from '../../core/ports/key-value.js';
import type {FormerSecrets, WebhookSecrets} from '../../core/ports/webhook-secrets.js';
import type {WebhookActivityLog} from '../../core/ports/webhook-activity-log.js';
import {webhookAddress} from '../webhook-address.js';

/** What the settings page shows for each way to connect, in the order in which one works. */
const MODES: readonly {
  mode: ZoomConnection['mode'];
  settings: readonly SettingKey[];
  scopes: readonly string[];
}[] = [
  {
    mode: 'server_to_server',
    settings: ['AccountID', 'OAuthClientID', 'OAuthClientSecret', 'WebhookSecret', 'ZoomWebhookSecret'],
    scopes: NEEDED_SCOPES,
  },
  {mode: 'jwt', settings: ['APIKey', 'APISecret', 'WebhookSecret', 'ZoomWebhookSecret'], scopes: []},
];

interface AdminSetupDeps {
  settings: Settings;
  siteUrl: string;
  publicUrl: string;
  activity: WebhookActivityLog;
  webhookSecrets: Pick<WebhookSecrets, 'former'>;
}

/** What has to be copied into Zoom, and what is still missing here. The address holds its secret: it must be copied. */
export const adminSetup =
  ({settings, siteUrl, publicUrl, activity, webhookSecrets}: AdminSetupDeps): RequestHandler =>
  async (_request, response) => {
    const [{acceptedAt, validatedAt}, {address, token}] = await Promise.all([
      activity.read().catch(orElse(NO_ACTIVITY)),
      webhookSecrets.former(settings).catch(orElse<FormerSecrets>({})),
    ]);
    response.json({
      webhook_url: webhookAddress(publicUrl, settings) ?? '',
      site_url: siteUrl,
      modes: MODES.map((mode) => ({...mode, events: NEEDED_EVENTS})),
      missing: [...new Set(settings.problems.map(({setting}) => setting))],
      ...(address && {former_address_until: address.until}),
      ...(token && {former_token_until: token.until}),
      ...(acceptedAt !== undefined && {last_webhook_at: acceptedAt}),
      ...(validatedAt !== undefined && {last_validation_at: validatedAt}),
    });
  };

/** What has to be copied does not wait for the store. */
const orElse =
  <T>(nothing: T) =>
  (error: unknown): T => {
    if (error instanceof StoreUnavailableError) return nothing;
    throw error;
  };
