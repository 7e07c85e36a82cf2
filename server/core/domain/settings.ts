import {z} from 'zod';
import {SecretText} from './secret-text.js';
import {type AddressProblem, addressProblem, belongTogether, type ZoomAddresses} from './zoom-addresses.js';
import type {ZoomConnection} from './zoom-connection.js';

export const CONNECTION_MODES = ['server_to_server', 'jwt'] as const;

const text = (fallback = '') =>
  z.preprocess((value) => (typeof value === 'string' ? value.trim() || fallback : fallback), z.string());
/** The System Console stores booleans as such, environment overrides as words. */
const flag = z.preprocess((value) => value === true || value === 'true', z.boolean());

/** The truth about the settings: names, meaning of "empty", defaults. plugin.json is held against it by a test. */
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

export type SettingKey = keyof z.infer<typeof settingsSchema>;

/** The settings whose value nobody may read back. */
export const SECRET_SETTINGS: readonly SettingKey[] = [
  'OAuthClientSecret',
  'APISecret',
  'WebhookSecret',
  'ZoomWebhookSecret',
  'EncryptionKey',
];

export interface SettingProblem {
  setting: SettingKey;
  /** to-be-typed-again: a stored secret that is not sent to an address which was only typed. */
  kind: 'missing' | 'unknown-choice' | 'to-be-typed-again' | AddressProblem;
}

/** One consistent reading of the settings; a request uses the one it began with. */
export interface Settings {
  /** `undefined`: {@link problems} says what is missing, and no meeting can be started. */
  zoom: {connection: ZoomConnection; addresses: ZoomAddresses} | undefined;
  /** The Zoom account that is ours, where the mode names one. */
  accountId: string | undefined;
  /** Part of the webhook address. */
  webhookSecret: SecretText | undefined;
  /** Zoom's secret token, which signs webhooks. */
  zoomWebhookSecret: SecretText | undefined;
  /** False only in the legacy mode without a secret token. */
  signatureRequired: boolean;
  encryptionKey: SecretText | undefined;
  trustUnverifiedEmails: boolean;
  /** Zoom is next door, in a closed network or a test. */
  allowInsecureAddresses: boolean;
  problems: readonly SettingProblem[];
}

type RawSettings = z.infer<typeof settingsSchema>;

/** Reads what the administrator saved. Total: whatever is stored, the answer is usable and says what is wrong. */
export function readSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const raw = settingsSchema.parse(byCanonicalName(stored));
  const addresses = readAddresses(raw);
  const connection = readConnection(raw);
  const secret = (key: SettingKey): SecretText | undefined =>
    raw[key] === '' ? undefined : new SecretText(String(raw[key]));
  const signatureRequired = raw.ConnectionMode !== 'jwt' || raw.ZoomWebhookSecret !== '';
  return {
    zoom:
      addresses.ok && connection.ok ? {connection: connection.value, addresses: addresses.value} : undefined,
    accountId: raw.ConnectionMode === 'server_to_server' && raw.AccountID !== '' ? raw.AccountID : undefined,
    webhookSecret: secret('WebhookSecret'),
    zoomWebhookSecret: secret('ZoomWebhookSecret'),
    signatureRequired,
    encryptionKey: secret('EncryptionKey'),
    trustUnverifiedEmails: raw.TrustUnverifiedEmails,
    allowInsecureAddresses: raw.AllowInsecureZoomURLs,
    problems: [
      ...connection.problems,
      ...addresses.problems,
      // Both are generated, and missing only where Mattermost could not save them.
      ...missing(raw, ['WebhookSecret', 'EncryptionKey']),
      ...missing(raw, signatureRequired ? ['ZoomWebhookSecret'] : []),
    ],
  };
}

/** Mattermost hands out the names in lower case. */
function byCanonicalName(stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = new Map(Object.keys(settingsSchema.shape).map((name) => [name.toLowerCase(), name]));
  const entries = Object.entries(stored).map(([name, value]) => [
    names.get(name.toLowerCase()) ?? name,
    value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

type Reading<T> = {ok: true; value: T; problems: []} | {ok: false; problems: SettingProblem[]};

const missing = (raw: RawSettings, keys: readonly SettingKey[]): SettingProblem[] =>
  keys.filter((setting) => raw[setting] === '').map((setting) => ({setting, kind: 'missing'}));

function readConnection(raw: RawSettings): Reading<ZoomConnection> {
  const mode = CONNECTION_MODES.find((known) => known === raw.ConnectionMode);
  if (mode === undefined) return {ok: false, problems: [{setting: 'ConnectionMode', kind: 'unknown-choice'}]};
  const problems = missing(
    raw,
    mode === 'jwt' ? ['APIKey', 'APISecret'] : ['AccountID', 'OAuthClientID', 'OAuthClientSecret'],
  );
  if (problems.length > 0) return {ok: false, problems};
  const value: ZoomConnection =
    mode === 'jwt'
      ? {mode, apiKey: raw.APIKey, apiSecret: new SecretText(raw.APISecret)}
      : {
          mode,
          accountId: raw.AccountID,
          clientId: raw.OAuthClientID,
          clientSecret: new SecretText(raw.OAuthClientSecret),
        };
  return {ok: true, value, problems: []};
}

function readAddresses(raw: RawSettings): Reading<ZoomAddresses> {
  const allowInsecure = raw.AllowInsecureZoomURLs;
  const problems = (['ZoomURL', 'ZoomAPIURL'] as const).flatMap((setting): SettingProblem[] => {
    const kind = addressProblem(raw[setting], allowInsecure);
    return kind === undefined ? [] : [{setting, kind}];
  });
  if (problems.length === 0 && !allowInsecure && !belongTogether(raw.ZoomURL, raw.ZoomAPIURL)) {
    problems.push({setting: 'ZoomAPIURL', kind: 'other-site-than-the-web-address'});
  }
  if (problems.length > 0) return {ok: false, problems};
  const withoutSlash = (address: string): string => address.replace(/\/+$/, '');
  const value = {webUrl: withoutSlash(raw.ZoomURL), apiUrl: withoutSlash(raw.ZoomAPIURL), allowInsecure};
  return {ok: true, value, problems: []};
}
