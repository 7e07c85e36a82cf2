import type {ApiFunctions} from '../../../server/protocol/host/api-server.js';
import type {Manifest} from '../manifest.js';
import type {PluginSettings} from '../records.js';
import {SERVER_VERSION} from '../server-version.js';
import type {State} from '../state.js';

/** `model.FakeSetting`: shown instead of secrets, and replaced with the stored one when it is saved. */
const hiddenValue = '********************************';

type ConfigurationFunctions = Pick<
  ApiFunctions,
  | 'LoadPluginConfiguration'
  | 'GetConfig'
  | 'GetPluginConfig'
  | 'SavePluginConfig'
  | 'GetServerVersion'
  | 'GetBundlePath'
>;

export interface ConfigurationParts {
  readonly manifest: Manifest;
  readonly bundlePath: string;
  /** Called after the plugin has saved its settings; not waited for. */
  readonly saved: () => void;
}

/** Settings of the plugin and of the server. */
export function configurationFunctions(
  state: State,
  {manifest, bundlePath, saved}: ConfigurationParts,
): ConfigurationFunctions {
  const secrets = new Set(manifest.settings.filter(({secret}) => secret).map(({key}) => key.toLowerCase()));
  const isHidden = (name: string, value: unknown): boolean => secrets.has(name.toLowerCase()) && value !== '';
  return {
    LoadPluginConfiguration: () => {
      const defaults = manifest.settings.map(({key, default: value}) => [key.toLowerCase(), value ?? null]);
      const stored = Object.entries(state.settings).map(([name, value]) => [name.toLowerCase(), value]);
      return Buffer.from(JSON.stringify(Object.fromEntries([...defaults, ...stored])));
    },

    GetPluginConfig: () =>
      mapValues(state.settings, (name, value) => (isHidden(name, value) ? hiddenValue : value)),

    SavePluginConfig: (settings) => {
      const old = state.settings;
      state.settings = mapValues(settings ?? {}, (name, value) =>
        value === hiddenValue ? old[name] : value,
      );
      state.changes.tell({kind: 'settings'});
      saved();
    },

    GetConfig: () => state.serverConfig,
    GetServerVersion: () => SERVER_VERSION,
    GetBundlePath: () => bundlePath,
  };
}

function mapValues(settings: PluginSettings, map: (name: string, value: unknown) => unknown): PluginSettings {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, map(name, value)]));
}
