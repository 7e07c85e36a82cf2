import {ROUTES_PATH} from '../../contract/routes.js';
import type {Settings} from '../core/domain/settings.js';
import {WEBHOOK_PATH} from '../core/domain/site.js';

/** What is entered in Zoom, secret included; `undefined` while there is no public address or no secret. */
export function webhookAddress(
  publicUrl: string,
  {webhookSecret}: Pick<Settings, 'webhookSecret'>,
): string | undefined {
  if (publicUrl === '' || webhookSecret === undefined) return undefined;
  return `${publicUrl}${ROUTES_PATH}${WEBHOOK_PATH}?secret=${encodeURIComponent(webhookSecret.reveal())}`;
}
