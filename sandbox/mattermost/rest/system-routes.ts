import {configSwitch, configText} from '../config-text.js';
import type {State} from '../state.js';
import {SERVER_VERSION} from '../server-version.js';
import {OK, type RestRoute} from './call.js';

/** What anybody may know about the server. `address`: where it listens. */
export function systemRoutes(state: State, address: () => string): readonly RestRoute[] {
  return [
    {method: 'get', path: '/system/ping', runForAnybody: () => OK},
    {
      method: 'get',
      path: '/config/client',
      runForAnybody: ({seatPath}) => {
        return {
          BuildNumber: SERVER_VERSION,
          // Mattermost's own default, `always_on`, leaves nobody a choice; here people can try both.
          CollapsedThreads: configText(state, 'ServiceSettings', 'CollapsedThreads', 'default_on'),
          EnablePostIconOverride: configSwitch(state, 'ServiceSettings', 'EnablePostIconOverride', false),
          EnablePostUsernameOverride: configSwitch(
            state,
            'ServiceSettings',
            'EnablePostUsernameOverride',
            false,
          ),
          DefaultClientLocale: configText(state, 'LocalizationSettings', 'DefaultClientLocale', 'en'),
          RestrictDirectMessage: configText(state, 'TeamSettings', 'RestrictDirectMessage', 'any'),
          ShowEmailAddress: configSwitch(state, 'PrivacySettings', 'ShowEmailAddress', true),
          SiteName: 'Mattermost',
          SiteURL:
            seatPath === '' ? configText(state, 'ServiceSettings', 'SiteURL') : `${address()}${seatPath}`,
          Version: SERVER_VERSION,
        };
      },
    },
  ];
}
