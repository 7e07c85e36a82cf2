import type {ClientInfo} from '../../../contract/client-info.js';
import type {Settings} from '../../core/domain/settings.js';
import {linkHosts} from '../../core/domain/zoom-addresses.js';
import {SETTINGS_PATH} from '../settings-url.js';

/** What all clients are told alike; when it changes, they are told to ask again. */
export type ClientView = Omit<ClientInfo, 'is_admin'>;

export const clientView = ({zoom}: Pick<Settings, 'zoom'>): ClientView => ({
  configured: zoom !== undefined,
  settings_path: SETTINGS_PATH,
  link_hosts: linkHosts(zoom?.addresses),
});
