import type {ApiClient} from '../../protocol/plugin/api-client.js';

type Settings = Record<string, unknown>;

/** What the server shows instead of a secret (`model.FakeSetting`). */
const hiddenValue = '********************************';

/** The settings with plugin.json's defaults; Mattermost lower-cases their names. */
export async function loadSettings(api: ApiClient): Promise<Settings> {
  const stored = await api.LoadPluginConfiguration();
  const settings: unknown = stored === undefined ? {} : JSON.parse(Buffer.from(stored).toString());
  return typeof settings === 'object' && settings !== null ? {...settings} : {};
}

/**
 * Mattermost replaces all settings by what it is given, so that the others are sent along under the names they
 * have. Secrets among them are hidden there; not every version puts the hidden ones back, so we do.
 */
export async function saveSettings(api: ApiClient, changes: Readonly<Record<string, string>>): Promise<void> {
  const [stored = {}, loaded] = await Promise.all([api.GetPluginConfig(), loadSettings(api)]);
  const settings: Settings = {};
  for (const [name, value] of Object.entries(stored)) {
    settings[name] = value === hiddenValue ? loaded[name.toLowerCase()] : value;
  }
  for (const [name, value] of Object.entries(changes)) {
    const known = Object.keys(settings).find((key) => key.toLowerCase() === name.toLowerCase());
    settings[known ?? name] = value;
  }
  await api.SavePluginConfig(settings);
}
