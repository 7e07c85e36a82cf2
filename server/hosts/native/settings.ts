import type {ApiClient} from '../../protocol/plugin/api-client.js';
import {parseJson} from '../../lib/parse-json.js';
import {lowerCaseNames} from '../../lib/lower-case-names.js';

type Settings = Record<string, unknown>;

/** What the server shows instead of a secret (`model.FakeSetting`). */
const hiddenValue = '********************************';

/** The settings with plugin.json's defaults; Mattermost lower-cases their names. */
export async function loadSettings(api: ApiClient): Promise<Settings> {
  const stored = await api.LoadPluginConfiguration();
  const settings = stored === undefined ? {} : parseJson(stored);
  // Read as empty, they would be saved as empty.
  if (settings === undefined) throw new Error('Mattermost handed out settings that are not JSON');
  return typeof settings === 'object' && settings !== null ? {...settings} : {};
}

/**
 * Mattermost replaces all settings with what it is given, so the others are sent along. Secrets among them are hidden
 * there, and not every version restores the hidden ones, so we do. All names become lower case, as the System Console
 * expects them: beside another spelling it would write its own, and either of the two might count.
 */
export async function saveSettings(api: ApiClient, changes: Readonly<Record<string, string>>): Promise<void> {
  const [stored = {}, loaded] = await Promise.all([api.GetPluginConfig(), loadSettings(api)]);
  // What the administrator saved last is under the name in lower case.
  const inLowerCase = Object.entries(stored).filter(([name]) => name === name.toLowerCase());
  const settings = {...lowerCaseNames(stored), ...Object.fromEntries(inLowerCase)};
  for (const [name, value] of Object.entries(settings)) {
    if (value === hiddenValue) settings[name] = loaded[name];
  }
  await api.SavePluginConfig({...settings, ...lowerCaseNames(changes)});
}
