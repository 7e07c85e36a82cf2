import {PREFERENCE_CHOICES, type PreferenceName, type Preferences} from '../core/domain/preferences.js';
import type {PostButton} from '../core/domain/post-content.js';
import type {PrivateMessage} from '../core/ports/chat.js';
import {type Drawing, withButtons} from './actions/draw-button.js';
import {preferenceTexts} from './preference-texts.js';

/** The button that makes a choice. */
export type DrawSetPreference = (
  choice: {userId: string; name: PreferenceName; value: string},
  drawing: Drawing,
) => PostButton | undefined;

/** What the person has chosen, with a button for every other choice. */
export type RenderSettings = (userId: string, chosen: Preferences, drawing: Drawing) => PrivateMessage;

export const createRenderSettings =
  ({drawSetPreference}: {drawSetPreference: DrawSetPreference}): RenderSettings =>
  (userId, chosen, drawing) => {
    const {translate} = drawing;
    const names = Object.keys(PREFERENCE_CHOICES) as PreferenceName[];
    const lines = names.map((name) => `- ${translate(preferenceTexts(name, chosen[name]).state)}`);
    const others = names.flatMap((name) =>
      PREFERENCE_CHOICES[name].filter((value) => value !== chosen[name]).map((value) => ({name, value})),
    );
    return withButtons(
      [translate('settings.title'), ...lines].join('\n'),
      ...others.map((choice) => drawSetPreference({userId, ...choice}, drawing)),
    );
  };
