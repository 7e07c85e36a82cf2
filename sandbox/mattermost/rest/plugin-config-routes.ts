import type {Configuring} from '../configuring.js';
import type {Manifest} from '../manifest.js';
import type {PluginSettings} from '../records.js';
import type {State} from '../state.js';
import {bodyFields, type RestRoute} from './call.js';
import {requireSystemAdmin} from './require.js';

/** `model.FakeSetting`: shown instead of secrets, and replaced with the stored one when it is saved. */
const HIDDEN = '********************************';

interface ConfigParts {
  manifest: Manifest;
  configuring: Configuring;
}

/** The server's config and the plugin's settings, as administrators see them. */
export function pluginConfigRoutes(state: State, {manifest, configuring}: ConfigParts): readonly RestRoute[] {
  const secrets = new Set(manifest.settings.filter(({secret}) => secret).map(({key}) => key.toLowerCase()));
  const shown = (settings: PluginSettings): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [
        name,
        secrets.has(name.toLowerCase()) && value !== '' ? HIDDEN : value,
      ]),
    );
  return [
    {
      method: 'get',
      path: '/config',
      run: (call) => {
        requireSystemAdmin(call);
        return {...state.serverConfig, PluginSettings: {Plugins: {[manifest.id]: shown(state.settings)}}};
      },
    },
    {
      method: 'put',
      path: '/config/patch',
      run: async (call) => {
        requireSystemAdmin(call);
        const plugins = bodyFields(bodyFields(bodyFields(call.body)['PluginSettings'])['Plugins']);
        const saved = merged(state, bodyFields(plugins[manifest.id]));
        await configuring.setPluginConfig(saved);
        // As on a real server, the answer lacks what the plugin saves in reaction to it.
        return {PluginSettings: {Plugins: {[manifest.id]: shown(saved)}}};
      },
    },
    {
      method: 'get',
      path: '/plugins',
      run: (call) => {
        requireSystemAdmin(call);
        return {active: [manifest.file], inactive: []};
      },
    },
  ];
}

/** Hidden values that come back mean the stored ones. */
const merged = (state: State, sent: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...state.settings,
  ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== HIDDEN)),
});
