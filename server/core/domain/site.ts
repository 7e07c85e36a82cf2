/** Where people begin to connect to Zoom, which pages lead to, too. */
export {CONNECT_PATH} from '../../../contract/routes.js';

/** What the administrator decided for the whole server, and our own address. Addresses end without a slash. */
export interface Site {
  /** Mattermost's Site URL; '' when none is set. */
  url: string;
  /** Default language. */
  locale: string;
  /** Only people who share a team may message each other. */
  restrictsDirectMessages: boolean;
  /** Our routes lie below `<publicUrl>/plugins/zoom`: the Site URL for a plugin, its own address for a service. */
  publicUrl: string;
}

/** Below the routes: where Zoom sends its events. */
export const WEBHOOK_PATH = '/webhook';

/** Below the routes: where Zoom sends people back to who have connected. */
export const CONNECTED_PATH = '/oauth2/complete';

/** Below the routes: the page on which a host starts a meeting. */
export const HOST_PAGE_PATH = '/host';

/** Below the routes: where a service's slash command arrives. */
export const COMMAND_PATH = '/command';

/** Below the routes: what web app and buttons ask. */
export const API_PATH = '/api/v1';

/** Below the routes: presses of buttons. */
export const ACTIONS_PATH = `${API_PATH}/actions`;

/** Below the routes: the words of the command, in the language of the person who types. */
export const COMMAND_WORDS_PATH = `${API_PATH}/command-words`;
