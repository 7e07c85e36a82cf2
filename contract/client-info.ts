import type {LinkHosts} from './link-rules.js';

/** What `GET /api/v1/client` answers. */
export interface ClientInfo {
  /** A meeting can be started. */
  configured: boolean;
  is_admin: boolean;
  /** Where an administrator changes the settings, below the Site URL. */
  settings_path: string;
  link_hosts: LinkHosts;
}

/** The event that tells every client to ask again, as a plugin publishes it and as the page's script hears it. */
export const CLIENT_CHANGED = 'client_changed';
