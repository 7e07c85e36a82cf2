import type {State} from '../state.js';
import type {RestRoute} from './call.js';
import {requireSystemAdmin} from './require.js';

/** The config of a server without plugins, as administrators see it. */
export function serverConfigRoutes(state: State): readonly RestRoute[] {
  return [
    {
      method: 'get',
      path: '/config',
      run: (call) => {
        requireSystemAdmin(call);
        return {...state.serverConfig, PluginSettings: {Plugins: {}}};
      },
    },
    {
      method: 'get',
      path: '/plugins',
      run: (call) => {
        requireSystemAdmin(call);
        return {active: [], inactive: []};
      },
    },
  ];
}
