import type {LinkHosts} from './link-rules.js';

/** What `GET /api/v1/client` answers. */
export interface ClientInfo {
  /** A meeting can be started. */
  configured: boolean;
  is_admin: boolean;
  /** Where an administrator changes the settings, below the Site URL. */
  settings_path: string;
  link_hosts: LinkHosts;
  /** Absent: there is none. */
  join_page?: ClientJoinPage;
}

/** What clients know of the page to join. */
export interface ClientJoinPage {
  /** For example `https://join.example.org`. */
  origin: string;
  /** Cards offer it. */
  is_on_cards: boolean;
  /** Administrators get stream URLs of meetings that others host. */
  admins_may_share: boolean;
}

/** The event that tells every client to ask again, as a plugin publishes it and as the page's script hears it. */
export const CLIENT_CHANGED = 'client_changed';
