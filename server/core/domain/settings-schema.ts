import * as z from 'zod';

const text = (fallback = '') =>
  z.preprocess((value) => (typeof value === 'string' ? value.trim() || fallback : fallback), z.string());
/** The System Console stores booleans as such, environment overrides as words. */
const flag = z.preprocess((value) => value === true || value === 'true', z.boolean());

/** The one truth about the settings: names, meaning of "empty", defaults. A test compares plugin.json with it. */
export const settingsSchema = z.object({
  ConnectionMode: text('server_to_server'),
  AccountID: text(),
  OAuthClientID: text(),
  OAuthClientSecret: text(),
  APIKey: text(),
  APISecret: text(),
  WebhookSecret: text(),
  ZoomWebhookSecret: text(),
  EncryptionKey: text(),
  TrustUnverifiedEmails: flag,
  ZoomURL: text('https://zoom.us'),
  ZoomAPIURL: text('https://api.zoom.us/v2'),
  AllowInsecureZoomURLs: flag,
});

/** As an administrator saved them, with empty ones filled in. */
export type RawSettings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof RawSettings;

/** The settings whose values nobody may read back. */
export const SECRET_SETTINGS = [
  'OAuthClientSecret',
  'APISecret',
  'WebhookSecret',
  'ZoomWebhookSecret',
  'EncryptionKey',
] as const satisfies readonly SettingKey[];

export type SecretSetting = (typeof SECRET_SETTINGS)[number];

export const isSecretSetting = (key: SettingKey): key is SecretSetting =>
  SECRET_SETTINGS.some((name) => name === key);
