import type {Settings} from '../core/domain/settings.js';
import {ROUTES} from '../../contract/routes.js';

/** What is entered in Zoom, secret included; `undefined` while there is no public address or no secret. */
export function webhookAddress(
  publicUrl: string,
  {webhookSecret}: Pick<Settings, 'webhookSecret'>,
): string | undefined {
  if (publicUrl === '' || webhookSecret === undefined) return undefined;
  return `${publicUrl}${ROUTES}/webhook?secret=${encodeURIComponent(webhookSecret.reveal())}`;
}
