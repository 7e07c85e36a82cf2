import type {AdminSectionProps} from '../mattermost/registry.js';

/** The setting behind a field of the System Console, lower-cased: `PluginSettings.Plugins.zoom.accountid` → `accountid`. */
export const settingKey = (id: string): string => id.slice(id.lastIndexOf('.') + 1).toLowerCase();

const KEYS = [
  'ConnectionMode',
  'AccountID',
  'OAuthClientID',
  'OAuthClientSecret',
  'APIKey',
  'APISecret',
  'WebhookSecret',
  'ZoomWebhookSecret',
];

/** What stands in the fields now, saved or not, by the settings' own names. */
export function valuesOf(fields: AdminSectionProps['settingsList']): Readonly<Record<string, string>> {
  const typed = new Map(fields.map(({props}) => [settingKey(props.id), props.value]));
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = typed.get(key.toLowerCase());
      return typeof value === 'string' ? [[key, value.trim()]] : [];
    }),
  );
}
