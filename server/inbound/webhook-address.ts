import type {Settings} from '../core/domain/settings.js';

/** What is entered in Zoom, secret included; `undefined` while there is no Site URL or no secret. */
export function webhookAddress(
  siteUrl: string,
  {webhookSecret}: Pick<Settings, 'webhookSecret'>,
): string | undefined {
  if (siteUrl === '' || webhookSecret === undefined) return undefined;
  return `${siteUrl}/plugins/zoom/webhook?secret=${encodeURIComponent(webhookSecret.reveal())}`;
}
