import {PREFERENCE_CHOICES, type PreferenceName, readPreferences} from '../../core/domain/preferences.js';
import type {PostButton} from '../../core/domain/post-content.js';
import type {Chat} from '../../core/ports/chat.js';
import type {DrawSetPreference} from '../actions/set-preference.js';
import {preferenceTexts} from '../preference-texts.js';
import type {Command} from './command.js';

/** What the person has chosen, with a button for every other choice. */
export const settingsCommand = ({
  chat,
  drawSetPreference,
}: {
  chat: Chat;
  drawSetPreference: DrawSetPreference;
}): Command => ({
  name: 'settings',
  hint: undefined,
  help: 'command.settings.help',
  async run({request: {userId}, reader}) {
    const {translate} = await reader;
    const chosen = readPreferences(await chat.preferences(userId));
    const names = Object.keys(PREFERENCE_CHOICES) as PreferenceName[];
    const lines = names.map((name) => `- ${translate(preferenceTexts(name, chosen[name]).state)}`);
    const others = names.flatMap((name) =>
      PREFERENCE_CHOICES[name].filter((value) => value !== chosen[name]).map((value) => ({name, value})),
    );
    const actions = others
      .map((choice) => drawSetPreference({userId, ...choice}, translate))
      .filter((button): button is PostButton => button !== undefined);
    const text = [translate('settings.title'), ...lines].join('\n');
    return actions.length === 0 ? {text} : {text, attachments: [{actions}]};
  },
});
