import type {Capabilities} from '../core/domain/capabilities.js';
import type {Site} from '../core/domain/site.js';

/** Where the System Console has our settings, below the Site URL. */
export const SETTINGS_PATH = '/admin_console/plugins/plugin_zoom';

/** Where an administrator changes the settings; `none`: not in Mattermost, and the texts say where instead. */
export const settingsUrlIn = ({url}: Site, {settingsPage}: Capabilities): string =>
  settingsPage ? `${url}${SETTINGS_PATH}` : 'none';
