import * as z from 'zod';

const text = (fallback = '') =>
  z.preprocess((value) => (typeof value === 'string' ? value.trim() || fallback : fallback), z.string());
/** What Mattermost itself takes for a switch: https://pkg.go.dev/strconv#ParseBool */
const ON = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const OFF = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

/** The System Console stores switches as such, environments and files as words. `undefined`: it is none of these. */
export function readSwitch(value: unknown): boolean | undefined {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'string' && typeof value !== 'boolean' && typeof value !== 'number') return undefined;
  const word = String(value).trim();
  if (ON.includes(word)) return true;
  return word === '' || OFF.includes(word) ? false : undefined;
}

const flag = z.preprocess((value) => readSwitch(value) ?? false, z.boolean());

/** The System Console stores numbers as such or as text. `undefined`: it is none, or one below 0. */
export function readCount(value: unknown): number | undefined {
  if (value === undefined || value === null) return 0;
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : 'neither';
  return /^\d{0,9}$/.test(text) ? Number(text) : undefined;
}

const count = z.preprocess((value) => readCount(value) ?? 0, z.number());

/** The one truth about the settings: names, meaning of "empty", defaults. A test compares plugin.json with it. */
export const settingsSchema = z.object({
  ConnectionMode: text(),
  AccountID: text(),
  OAuthClientID: text(),
  OAuthClientSecret: text(),
  APIKey: text(),
  APISecret: text(),
  WebhookSecret: text(),
  ZoomWebhookSecret: text(),
  EncryptionKey: text(),
  PreviousEncryptionKeys: text(),
  TrustUnverifiedEmails: flag,
  ConfirmAbove: count,
  AccountAPI: flag,
  APIPlugins: text(),
  EventFeed: text(),
  EventReaders: text(),
  JoinPageURL: text(),
  JoinPageClientID: text(),
  JoinPageClientSecret: text(),
  JoinPageSites: text(),
  JoinPageSDK: text('https://source.zoom.us/6.2.0'),
  JoinPageGuests: flag,
  JoinPageOnCards: flag,
  JoinPageAdmins: flag,
  ZoomURL: text('https://zoom.us'),
  ZoomAPIURL: text('https://api.zoom.us/v2'),
  AllowInsecureZoomURLs: flag,
  ProxyURL: text(),
  LinkDomains: text(),
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
  'JoinPageClientSecret',
  'EncryptionKey',
  'PreviousEncryptionKeys',
  // It may hold a password.
  'ProxyURL',
] as const satisfies readonly SettingKey[];

export type SecretSetting = (typeof SECRET_SETTINGS)[number];

export const isSecretSetting = (key: SettingKey): key is SecretSetting =>
  SECRET_SETTINGS.some((name) => name === key);

/** The settings that are on or off. */
export const SWITCHES = [
  'TrustUnverifiedEmails',
  'AccountAPI',
  'JoinPageGuests',
  'JoinPageOnCards',
  'JoinPageAdmins',
  'AllowInsecureZoomURLs',
] as const satisfies readonly SettingKey[];

/** The settings that are a number. */
export const COUNTS = ['ConfirmAbove'] as const satisfies readonly SettingKey[];
