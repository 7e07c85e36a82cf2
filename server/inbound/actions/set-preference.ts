import {isPreference, readPreferences} from '../../core/domain/preferences.js';
import type {Chat} from '../../core/ports/chat.js';
import {preferenceTexts} from '../preference-texts.js';
import type {DrawSetPreference, RenderSettings} from '../render-settings.js';
import type {Action} from './action.js';
import {type ButtonDeps, drawButton} from './draw-button.js';

const ACTION = 'set-preference';
const EXPIRES_AFTER_MS = 60 * 60 * 1000;

export const createDrawSetPreference =
  (deps: ButtonDeps): DrawSetPreference =>
  ({userId, name, value}, {place, translate}) =>
    drawButton(deps, {
      // Mattermost takes letters and digits only.
      id: `set${name}${value}`,
      name: translate(preferenceTexts(name, value).button),
      style: 'default',
      action: ACTION,
      userId,
      place,
      livesFor: EXPIRES_AFTER_MS,
      values: {name, value},
    });

/** The press: all settings as they are now, so that one sees the change and can go on. */
export const setPreferenceAction = ({
  chat,
  renderSettings,
}: {
  chat: Chat;
  renderSettings: RenderSettings;
}): Action => ({
  name: ACTION,
  whenExpired: 'settings.expired',
  async press({user, reader: {translate}, values: {name = '', value = ''}, place}) {
    if (!isPreference(name, value)) return 'forbidden';
    // What is read after a write may come from a replica that does not have it yet.
    const before = await chat.preferences(user.id);
    await chat.setPreference(user.id, name, value);
    return renderSettings(user.id, readPreferences({...before, [name]: value}), {place, translate});
  },
});
