import {PREFERENCE_CHOICES, type PreferenceName, type Preferences} from '../../contract/preferences.js';
import type {PrivateMessage} from '../core/ports/chat.js';
import {type DrawButton, type Drawing, withButtons} from './actions/draw-button.js';
import {setPreference} from './actions/set-preference.js';
import {preferenceTexts} from './preference-texts.js';

/** What the person has chosen, with a button for every other choice. */
export type RenderSettings = (userId: string, chosen: Preferences, drawing: Drawing) => PrivateMessage;

export const createRenderSettings =
  ({drawButton}: {drawButton: DrawButton}): RenderSettings =>
  (userId, chosen, drawing) => {
    const {translate} = drawing;
    const names = Object.keys(PREFERENCE_CHOICES) as PreferenceName[];
    const lines = names.map((name) => `- ${translate(preferenceTexts(name, chosen[name]).state)}`);
    const others = names.flatMap((name) =>
      PREFERENCE_CHOICES[name].filter((value) => value !== chosen[name]).map((value) => ({name, value})),
    );
    return withButtons(
      [translate('settings.title'), ...lines].join('\n'),
      ...others.map((values) => drawButton(setPreference, {userId, values}, drawing)),
    );
  };
