import {lowerCaseNames} from '../../server/lib/lower-case-names.js';
import type {PluginSettings, ServerConfig} from './records.js';
import type {State} from './state.js';
import type {Supervisor} from './supervisor.js';

/** What an administrator does with the server's config. */
export interface ServerConfiguring {
  /**
   * Sets fields of the server's config, section by section. Resolves when the plugin, if there is one, has been told.
   */
  setServerConfig(patch: ServerConfig): Promise<void>;
}

/** What an administrator does in the System Console. */
export interface Configuring extends ServerConfiguring {
  /** Replaces the plugin's settings, by their names in lower case. Resolves when the plugin has been told. */
  setPluginConfig(settings: PluginSettings): Promise<void>;
}

/** `tell`: called after a change. */
export function createServerConfiguring(
  state: State,
  tell: () => Promise<void> = async () => undefined,
): ServerConfiguring {
  return {
    async setServerConfig(patch) {
      const sections = Object.entries(patch).map(([name, fields]) => [
        name,
        {...state.serverConfig[name], ...fields},
      ]);
      state.serverConfig = {...state.serverConfig, ...(Object.fromEntries(sections) as ServerConfig)};
      state.changes.tell({kind: 'server-config'});
      await tell();
    },
  };
}

export function createConfiguring(state: State, supervisor: Supervisor): Configuring {
  return {
    ...createServerConfiguring(state, () => supervisor.configurationChanged()),
    async setPluginConfig(settings) {
      state.settings = lowerCaseNames(settings);
      state.changes.tell({kind: 'settings'});
      await supervisor.configurationChanged();
    },
  };
}

/** A server's config before anybody has changed it. */
export function defaultConfig(siteUrl: string): ServerConfig {
  return {ServiceSettings: {SiteURL: siteUrl}, LocalizationSettings: {DefaultServerLocale: 'en'}};
}
