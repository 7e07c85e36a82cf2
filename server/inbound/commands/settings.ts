import {readPreferences} from '../../../contract/preferences.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {RenderSettings} from '../render-settings.js';
import type {Command} from './command.js';

export interface SettingsCommandDeps {
  chat: Chat;
  clock: Clock;
  renderSettings: RenderSettings;
}

export const settingsCommand = ({chat, clock, renderSettings}: SettingsCommandDeps): Command => ({
  name: 'settings',
  hint: undefined,
  help: 'command.settings.help',
  async run({request: {userId, channelId, rootId}, reader}) {
    const {translate} = await reader;
    const chosen = readPreferences(await chat.preferences(userId));
    const createdAt = clock.now();
    const place = {channelId, rootId, createdAt};
    return {...renderSettings(userId, chosen, {place, translate}), createdAt};
  },
});
