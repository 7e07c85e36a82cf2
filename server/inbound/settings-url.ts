import type {Capabilities} from '../core/domain/capabilities.js';
import type {Site} from '../core/domain/site.js';

/** Where an administrator changes the settings; `none`: not in Mattermost, and the texts say where instead. */
export const settingsUrlIn = ({url}: Site, {settingsPage}: Capabilities): string =>
  settingsPage ? `${url}/admin_console/plugins/plugin_zoom` : 'none';
