import {isPreference, type PreferenceName} from '../../core/domain/preferences.js';
import type {PostButton} from '../../core/domain/post-content.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Translate} from '../../core/ports/texts.js';
import {preferenceTexts} from '../preference-texts.js';
import type {Action} from './action.js';
import {type ButtonDeps, drawButton} from './draw-button.js';

const ACTION = 'set-preference';
const EXPIRES_AFTER_MS = 60 * 60 * 1000;

export type DrawSetPreference = (
  choice: {userId: string; name: PreferenceName; value: string},
  translate: Translate,
) => PostButton | undefined;

export const createDrawSetPreference =
  (deps: ButtonDeps): DrawSetPreference =>
  ({userId, name, value}, translate) =>
    drawButton(deps, {
      // Mattermost takes letters and digits only.
      id: `set${name}${value}`,
      name: translate(preferenceTexts(name, value).button),
      style: 'default',
      action: ACTION,
      userId,
      livesFor: EXPIRES_AFTER_MS,
      values: {name, value},
    });

export const setPreferenceAction = ({chat}: {chat: Chat}): Action => ({
  name: ACTION,
  whenExpired: 'settings.expired',
  async press({user, reader: {translate}, values: {name = '', value = ''}}) {
    if (!isPreference(name, value)) return 'forbidden';
    await chat.setPreference(user.id, name, value);
    return {text: translate(preferenceTexts(name, value).state)};
  },
});
