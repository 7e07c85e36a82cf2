import type {SettingKey} from './settings-schema.js';

/** What the System Console calls each setting. */
export const SETTING_NAMES: Readonly<Record<SettingKey, string>> = {
  ConnectionMode: 'Connection',
  AccountID: 'Account ID',
  OAuthClientID: 'Client ID',
  OAuthClientSecret: 'Client Secret',
  APIKey: 'API Key',
  APISecret: 'API Secret',
  WebhookSecret: 'Webhook Secret',
  ZoomWebhookSecret: 'Zoom Webhook Secret Token',
  EncryptionKey: 'Encryption Key',
  PreviousEncryptionKeys: 'Previous Encryption Keys',
  TrustUnverifiedEmails: 'Trust unconfirmed e-mail addresses',
  ConfirmAbove: 'Ask before posting to many people',
  AccountAPI: 'Account-wide API',
  APIPlugins: 'Plugins that may use the API',
  EventFeed: 'Events for other systems',
  EventReaders: 'Bots that may read events',
  ZoomURL: 'Zoom URL',
  ZoomAPIURL: 'Zoom API URL',
  AllowInsecureZoomURLs: 'Allow insecure Zoom addresses',
  ProxyURL: 'Proxy',
  LinkDomains: 'Further link domains',
};
