import type {Cookie} from '../wire/goplugin/handshake.js';

/** How a plugin knows that Mattermost launched it. Source: server/public/plugin/client.go */
export const mattermostCookie: Cookie = {
  key: 'MATTERMOST_PLUGIN',
  value: 'Securely message teams, anywhere.',
};

/** The name of a plugin's only service. */
export const hooksService = 'hooks';
