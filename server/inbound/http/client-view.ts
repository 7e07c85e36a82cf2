import type {Settings} from '../../core/domain/settings.js';
import {linkHosts, type LinkHosts} from '../../core/domain/zoom-addresses.js';

/** What all clients are told alike; when it changes, they are told to ask again. */
export interface ClientView {
  /** A meeting can be started. */
  configured: boolean;
  /** Below the Site URL. */
  settings_path: string;
  link_hosts: LinkHosts;
}

export const clientView = ({zoom}: Pick<Settings, 'zoom'>): ClientView => ({
  configured: zoom !== undefined,
  settings_path: '/admin_console/plugins/plugin_zoom',
  link_hosts: linkHosts(zoom?.addresses),
});
